export { DirectoryModule } from './directory.module.js';
export { PublishedDirectory } from './published-directory.js';
