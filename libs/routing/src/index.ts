export * from './decorators.js';
export { routingDirectives, type MergeKind } from './directives.js';
