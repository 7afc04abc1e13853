export { NodeLookup, type NodeLoader } from './node-lookup.js';
