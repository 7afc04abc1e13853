export { UseCodeModule } from './use-code.module.js';
export { UseCodeResolver } from './use-code.resolver.js';
export { useCodeEntities, useCodeMigrations } from './schema.js';
