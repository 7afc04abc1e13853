import { getVariableValues, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { KuashiError } from '#libs/kernel';
import { mayGuess, RequestRefused, shortened } from '../refuse.js';
import { brokenBound } from './bounds.js';
import { type AdmitDocument, type Documents, type PreparedDocument, type PreparedOperation } from './documents.js';
import { type Variables } from './key-source.js';
import { type PlanningGround } from './plan-context.js';
import { type Plan } from './plan.js';

/** What is wanted, as it arrived. */
export interface Wanted {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  /** throws when the caller has sent too many documents that were not known */
  readonly admitDocument?: AdmitDocument;
}

/** A request that can run. */
export interface PlannedRequest {
  readonly plan: Plan;
  /** coerced, with their defaults */
  readonly variables: Variables;
}

/** @throws RequestRefused when document, operation or variables do not fit or ask for too much. */
export function planRequest(ground: PlanningGround, documents: Documents, wanted: Wanted): PlannedRequest {
  const { admitDocument } = wanted;
  const prepared = documents.prepare(wanted.query, admitDocument);
  if ('faults' in prepared) throw new RequestRefused(prepared.faults);
  const operation = chooseOperation(prepared, wanted.operationName);
  const variables = coerce(ground, operation, wanted.variables ?? {});
  const plan = documents.plan(prepared, operation, variables, admitDocument);
  if ('faults' in plan) throw new RequestRefused(plan.faults);
  const broken = brokenBound(plan.bounds, variables, ground.limits);
  if (broken) throw new RequestRefused([broken]);
  return { plan, variables };
}

function chooseOperation({ operations }: PreparedDocument, name: string | null | undefined): PreparedOperation {
  const named = name ? operations.filter(({ node }) => node.name?.value === name) : operations;
  const [operation, another] = named;
  if (operation && !another) return operation;
  const reason = name
    ? `Unknown operation named "${shortened(name)}".`
    : 'Must provide operation name if query contains multiple operations.';
  throw new RequestRefused([new KuashiError('QUERY_INVALID', { field: 'operationName', params: { reason } })]);
}

function coerce(ground: PlanningGround, { node, arePlain }: PreparedOperation, given: Variables): Variables {
  if (arePlain?.(given)) return given;
  const coerced = coerceBy(ground, node, given, false);
  if (coerced.coerced) return coerced.coerced;
  const guesses = ground.suggestions && mayGuess(JSON.stringify(given));
  const { errors = [] } = guesses ? coerceBy(ground, node, given, true) : coerced;
  throw new RequestRefused(errors.map((error) => new GraphQLError(error.message)));
}

function coerceBy(
  { publicSchema }: PlanningGround,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
  guesses: boolean,
): ReturnType<typeof getVariableValues> {
  return getVariableValues(publicSchema, variableDefinitions, given, { maxErrors: 10, hideSuggestions: !guesses });
}
