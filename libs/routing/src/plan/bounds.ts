import { type GraphQLError, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { type KuashiError } from '#libs/kernel';
import { type RoutingLimits } from '../limits.js';
import { Cost } from './cost.js';
import { type Variables } from './key-source.js';
import { faultOfPages, findPages, type PageVariable } from './pages.js';
import { tooComplex } from './plan-context.js';

/** What of a plan's page sizes and cost depends on a request's variables; most plans: nothing. */
export interface RequestBounds {
  readonly pages: readonly PageVariable[];
  /** absent where no page size that is allowed can make the operation cost too much */
  readonly cost?: (variables: Variables) => number;
}

/** Checks an operation's page sizes and its cost, and says what is left to be checked for each request. */
export function boundOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: RoutingLimits,
): RequestBounds | GraphQLError | KuashiError {
  const { fault, variables: pages } = findPages(document, operation, limits.pageSize);
  if (fault) return fault;
  const cost = (variables?: Variables): number => new Cost(schema, document, limits, variables).of(operation);
  if (cost() <= limits.cost) return { pages };
  return pages.length === 0 ? tooComplex('cost', limits.cost) : { pages, cost };
}

/** The bound that a request breaks, before anything is asked. */
export function brokenBound(
  bounds: RequestBounds,
  variables: Variables,
  limits: RoutingLimits,
): GraphQLError | KuashiError | undefined {
  const fault = bounds.pages.length === 0 ? undefined : faultOfPages(bounds.pages, variables, limits.pageSize);
  if (fault || !bounds.cost) return fault;
  return bounds.cost(variables) > limits.cost ? tooComplex('cost', limits.cost) : undefined;
}
