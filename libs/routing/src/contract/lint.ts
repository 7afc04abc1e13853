import {
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLType,
} from 'graphql';
import { argumentTypeAt } from './argument-path.js';
import { type Contract, type FieldsType } from './contract.js';
import { mergeFaults } from './merge-shape.js';

type Field = GraphQLField<unknown, unknown>;

/**
 * What is wrong with one contract as it stands, a sentence each: a root field without a route, a routed field that
 * would null the answer when a city is down, an argument that is not there. Empty when all is well.
 */
export function lintContract(contract: Contract): string[] {
  const roots = [
    contract.schema.getQueryType(),
    contract.schema.getMutationType(),
    contract.schema.getSubscriptionType(),
  ];
  const rootFaults = roots.flatMap((type) =>
    type ? each(type, (field) => rootFieldFaults(contract, type, field)) : [],
  );
  const types = Object.values(contract.schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  const nested = types.filter((type) => !type.name.startsWith('__') && !roots.includes(type as never));
  return [...rootFaults, ...nested.flatMap((type) => nestedFaults(contract, type))];
}

function nestedFaults(contract: Contract, type: FieldsType): string[] {
  return [...each(type, (field) => nestedFieldFaults(contract, type, field)), ...lookupFaults(contract, type)];
}

function each(type: FieldsType, judge: (field: Field) => string[]): string[] {
  return Object.values(type.getFields()).flatMap((field) =>
    judge(field).map((fault) => `${type.name}.${field.name} ${fault}`),
  );
}

function rootFieldFaults(contract: Contract, type: FieldsType, field: Field): string[] {
  const { routes, internal, reference, maxAge } = contract.routing(field);
  if (internal) return [];
  const [route] = routes;
  if (!route) return ['has no route: @owner, @everyCity, @registry or @internal'];
  if (routes.length > 1) return ['has more than one route'];
  const faults = reference ? ['is a root field and cannot be a @reference'] : [];
  if ((route.kind === 'registry') !== (contract.source === 'registry')) faults.push(`cannot be @${route.kind} here`);
  if (maxAge !== undefined && type !== contract.schema.getQueryType()) faults.push('is @public but not a query');
  if (type === contract.schema.getSubscriptionType() && route.kind !== 'owner') {
    faults.push('is a subscription and must be @owner: it is one stream from one node');
  }
  if (route.kind === 'everyCity') return [...faults, ...mergeFaults(route.merge, field)];
  if (isNonNullType(field.type)) faults.push('is routed and must be nullable');
  if (route.kind === 'owner' && !argumentTypeAt(field, route.argument))
    faults.push(`has no argument ${route.argument}`);
  return faults;
}

function nestedFieldFaults(contract: Contract, type: FieldsType, field: Field): string[] {
  const { routes, reference, internal } = contract.routing(field);
  const faults = internal ? ['is @internal but not a root field'] : [];
  const [route] = routes;
  if (route && route.kind !== 'everyCity') faults.push(`cannot be @${route.kind}: only root fields can`);
  if (route?.kind === 'everyCity') {
    faults.push(...mergeFaults(route.merge, field));
    if (!contract.lookup(type.name)) faults.push(`goes to every city, but ${type.name} has no @lookup`);
  }
  if (reference && !isNullableReference(field.type)) {
    faults.push('is a reference and must be nullable (in a list: its elements)');
  }
  for (const shape of type.getInterfaces()) {
    const declared = contract.field(shape.name, field.name);
    if (declared && contract.routing(declared).reference !== reference)
      faults.push(`and ${shape.name} disagree on @reference`);
  }
  return faults;
}

function isNullableReference(type: GraphQLType): boolean {
  const nullable = getNullableType(type);
  return isListType(nullable) ? isNullableReference(nullable.ofType) : !isNonNullType(type);
}

function lookupFaults(contract: Contract, type: FieldsType): string[] {
  const declared = type.astNode?.directives?.some(({ name }) => name.value === 'lookup');
  const lookup = contract.lookup(type.name);
  if (!declared || !lookup) return [];
  const field = contract.schema.getQueryType()?.getFields()[lookup.field];
  if (!field) return [`${type.name} has the lookup ${lookup.field}, which is no query`];
  const faults: string[] = [];
  const argument = field.args.find(({ name }) => name === lookup.argument);
  if (!argument || !isListType(getNullableType(argument.type))) faults.push(`has no list argument ${lookup.argument}`);
  const list = getNullableType(field.type);
  if (!isListType(list) || isNonNullType(list.ofType)) faults.push('must answer a list of nullable elements');
  if (!type.getFields()[lookup.key]) faults.push(`cannot look up ${type.name}, which has no ${lookup.key}`);
  return faults.map((fault) => `Query.${lookup.field} ${fault}`);
}
