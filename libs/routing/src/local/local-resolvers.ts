import { GraphQLError } from 'graphql';
import { KuashiError, type Language } from '#libs/kernel';
import { type NodeClients } from '../call/node-clients.js';
import { type Owners } from '../directory.js';
import { type PlannedRequest, type Wanted } from '../plan/planned-request.js';
import { RequestRefused } from '../refuse.js';
import { type LocalResolvers } from './answer-locally.js';
import { explainPlan, type RouteExplanation } from './explain.js';

/** What the gateway's own fields are answered from. */
export interface LocalGround {
  readonly owners: Owners;
  readonly clients: NodeClients;
  readonly language: Language;
  readonly plan: (wanted: Wanted) => PlannedRequest;
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
      name: { 'zh-Hans': name.zhHans, 'zh-Hant': name.zhHant, en: name.en }[language],
      counties: divisions,
      reachable: clients.at(url).isReachable,
    }));
}

function explainRoute({ owners, language, plan }: LocalGround, args: Record<string, unknown>): RouteExplanation[] {
  const { query, variables, operationName } = args;
  const wanted = {
    query: typeof query === 'string' ? query : '',
    variables: typeof variables === 'object' && variables !== null ? { ...variables } : {},
    operationName: typeof operationName === 'string' ? operationName : undefined,
  };
  try {
    const planned = plan(wanted);
    return explainPlan(planned.plan, { owners, variables: planned.variables, language });
  } catch (error) {
    throw error instanceof RequestRefused ? firstFault(error) : error;
  }
}

function firstFault({ faults: [fault] }: RequestRefused): KuashiError {
  if (fault instanceof KuashiError) return fault;
  const reason = fault instanceof GraphQLError ? fault.message : '';
  return new KuashiError('QUERY_INVALID', { field: 'query', params: { reason } });
}
