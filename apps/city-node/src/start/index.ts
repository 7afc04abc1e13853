export { readCatalogue, readSeedCertificates, type SeedPlace } from './read-seeds.js';
export { seedSource, StartUp } from './start-up.js';
