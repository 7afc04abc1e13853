export { readDirectorySource } from './directory-file.js';
export { DirectoryModule } from './directory.module.js';
export { PublishedDirectory } from './published-directory.js';
