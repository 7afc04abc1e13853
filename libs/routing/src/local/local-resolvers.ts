import { KuashiError, type Language } from '#libs/kernel';
import { type NodeClients } from '../call/node-clients.js';
import { type Owners } from '../directory.js';
import { type PlannedRequest, type Wanted } from '../plan/planned-request.js';
import { knownFault, RequestRefused } from '../refuse.js';
import { type LocalResolvers } from './answer-locally.js';
import { inLanguage, namedInEvery } from './in-language.js';
import { explainPlan, type RouteExplanation } from './explain.js';

/** What the gateway's own fields are answered from. */
export interface LocalGround {
  readonly owners: Owners;
  readonly clients: NodeClients;
  readonly language: Language;
  readonly plan: (wanted: Wanted) => PlannedRequest;
  /** names like “Did you mean …” when the query to explain does not fit */
  readonly suggestions: boolean;
}

/** Resolvers of the gateway's own root fields. */
export function localResolvers(ground: LocalGround): LocalResolvers {
  return { cities: () => listCities(ground), explainRoute: (args) => explainRoute(ground, args) };
}

function listCities({ owners, clients, language }: LocalGround): object[] {
  return owners.everyNode
    .filter(({ kind }) => kind === 'city')
    .map(({ division, name, divisions, url }) => ({
      division,
      name: inLanguage(namedInEvery(name), language),
      counties: divisions,
      reachable: clients.at(url).isReachable,
    }));
}

function explainRoute(
  { owners, language, plan, suggestions }: LocalGround,
  args: Record<string, unknown>,
): RouteExplanation[] {
  const { query, variables, operationName } = args;
  const wanted = {
    query: typeof query === 'string' ? query : '',
    variables: variablesIn(variables),
    operationName: typeof operationName === 'string' ? operationName : undefined,
  };
  try {
    const planned = plan(wanted);
    return explainPlan(planned.plan, { owners, variables: planned.variables, language });
  } catch (error) {
    throw error instanceof RequestRefused ? firstFault(error, suggestions) : error;
  }
}

function variablesIn(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return { ...value };
  throw new KuashiError('BAD_INPUT', { field: 'variables', params: { reason: 'not-json-object' } });
}

/** The query to explain is the argument `query` here, whatever in it is at fault. */
function firstFault({ faults: [fault] }: RequestRefused, suggestions: boolean): KuashiError {
  const known = fault && knownFault(fault, suggestions);
  return new KuashiError(known?.code ?? 'QUERY_INVALID', { field: 'query', params: known?.params });
}
