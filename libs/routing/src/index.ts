export { Contract, type Source } from './contract/contract.js';
export { composePublicSchema } from './contract/compose.js';
export { lintContract } from './contract/lint.js';
export { lintContracts } from './contract/lint-pair.js';
export { EveryCity, Internal, Lookup, Owner, Public, Reference, Registry, type LookupRoute } from './decorators.js';
export { routingDirectives, type MergeKind } from './directives.js';
export { divisionIn, type RoutingDirectory, type RoutingNode } from './directory.js';
export {
  RoutingEngine,
  type RoutedAnswer,
  type RoutedRequest,
  type RoutedStream,
  type RoutingOptions,
} from './engine.js';
export { type Forwarded } from './execute/forwarded-headers.js';
export { localSchema } from './local/local-schema.js';
export { defaultLimits, type RoutingLimits } from './limits.js';
