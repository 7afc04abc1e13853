import {
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';
import { type MergeKind } from '../directives.js';

/** The fields a connection may have: the gateway merges each in its own way. */
export const connectionFields = ['edges', 'pageInfo', 'totalCount', 'unavailableCities'] as const;
/** The fields of the connection's `pageInfo`. */
export const pageInfoFields = ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'] as const;

type Field = GraphQLField<unknown, unknown>;

/** Why the field cannot be merged so; empty when it can. */
export function mergeFaults(merge: MergeKind, field: Field): string[] {
  switch (merge) {
    case 'LIST':
      return isListType(getNullableType(field.type)) ? [] : ['is merged as a LIST and must be a list'];
    case 'CONNECTION':
      return [...mustBeNullable(field), ...connectionFaults(field)];
    case 'SUM':
      return [...mustBeNullable(field), ...sumFaults(field.type, new Set())];
  }
}

function mustBeNullable(field: Field): string[] {
  return isNonNullType(field.type) ? ['is routed and must be nullable'] : [];
}

function connectionFaults(field: Field): string[] {
  const type = getNullableType(field.type);
  if (!isObjectType(type)) return ['is merged as a CONNECTION and must be a connection'];
  const fields = type.getFields();
  const argumentNames = field.args.map(({ name }) => name);
  const unknown = Object.keys(fields).filter((name) => !connectionFields.includes(name as never));
  const edge = getNamedType(fields['edges']?.type);
  const faults = unknown.map((name) => `has ${name} in its connection, which cannot be merged`);
  if (!isObjectType(edge) || !edge.getFields()['cursor'] || !edge.getFields()['node'])
    faults.push('has no edges with cursor and node');
  if (!String(fields['edges']?.type).endsWith('!]!')) faults.push('must have edges that are never null');
  for (const name of ['first', 'after']) if (!argumentNames.includes(name)) faults.push(`has no argument ${name}`);
  return faults;
}

function sumFaults(type: GraphQLOutputType, seen: Set<unknown>): string[] {
  const inner = getNullableType(type);
  if (inner.toString() === 'Int' || seen.has(inner)) return [];
  if (!isObjectType(inner)) return [`is merged as a SUM, but ${inner.toString()} is neither Int nor an object of them`];
  seen.add(inner);
  return Object.values(inner.getFields()).flatMap((field) => sumFaults(field.type, seen));
}
