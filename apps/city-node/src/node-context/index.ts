export { NodeContext, type NodeFacts } from './node-context.js';
