export { NodeLookup, type NodeLoader } from './node-lookup.js';
export { NodeLookupModule } from './node-lookup.module.js';
export { NodeLookupResolver } from './node-lookup.resolver.js';
