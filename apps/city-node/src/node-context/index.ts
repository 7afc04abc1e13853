export { NodeContext, type NodeFacts } from './node-context.js';
export { NodeContextModule } from './node-context.module.js';
