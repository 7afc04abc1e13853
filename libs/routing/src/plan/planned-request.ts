import { getVariableValues, GraphQLError } from 'graphql';
import { KuashiError } from '#libs/kernel';
import { RequestRefused } from '../refuse.js';
import { type Documents, type PreparedDocument, type PreparedOperation } from './documents.js';
import { type Variables } from './key-source.js';
import { tooComplex, type PlanningGround } from './plan-context.js';
import { type Plan } from './plan.js';

/** What is wanted, as it arrived. */
export interface Wanted {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** A request that can run. */
export interface PlannedRequest {
  readonly plan: Plan;
  /** coerced, with their defaults */
  readonly variables: Variables;
}

/** @throws RequestRefused when document, operation or variables do not fit. */
export function planRequest(ground: PlanningGround, documents: Documents, wanted: Wanted): PlannedRequest {
  const prepared = documents.prepare(wanted.query);
  if ('faults' in prepared) {
    const { broken, faults } = prepared;
    throw new RequestRefused(broken ? [tooComplex(broken.what, broken.limit)] : faults);
  }
  const operation = chooseOperation(prepared, wanted.operationName);
  const variables = coerce(ground, operation, wanted.variables ?? {});
  try {
    return { plan: documents.plan(prepared, operation, variables), variables };
  } catch (error) {
    if (error instanceof KuashiError) throw new RequestRefused([error]);
    throw error;
  }
}

function chooseOperation({ operations }: PreparedDocument, name: string | null | undefined): PreparedOperation {
  const named = name ? operations.filter(({ node }) => node.name?.value === name) : operations;
  const [operation, another] = named;
  if (operation && !another) return operation;
  const reason = name
    ? `Unknown operation named "${name}".`
    : 'Must provide operation name if query contains multiple operations.';
  throw new RequestRefused([new KuashiError('QUERY_INVALID', { field: 'operationName', params: { reason } })]);
}

function coerce({ publicSchema }: PlanningGround, { node, arePlain }: PreparedOperation, given: Variables): Variables {
  if (arePlain?.(given)) return given;
  const { coerced, errors } = getVariableValues(publicSchema, node.variableDefinitions ?? [], given, { maxErrors: 10 });
  if (errors) throw new RequestRefused(errors.map((error) => new GraphQLError(error.message)));
  return coerced;
}
