import { CriticalityLevel, diff, type Change as Found } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { readPublicSchema } from '../read-public-schema.js';
import type { SchemaTexts } from './schema-texts.js';

/** A change of the schema that somebody may feel. */
export interface SchemaChange {
  /** breaking: what worked does not; dangerous: it works, and may answer otherwise */
  readonly level: 'breaking' | 'dangerous';
  /** coordinate of what changed: `Query.application.id` */
  readonly path: string;
  readonly says: string;
}

/**
 * The breaking and the dangerous changes from the released schema to the one that is: of what clients see, and of each
 * contract, since a gateway and a node of two releases must understand each other.
 */
export async function compareSchemas(released: SchemaTexts, now: SchemaTexts): Promise<SchemaChange[]> {
  const pairs = [
    [readPublicSchema(released).schema, readPublicSchema(now).schema],
    [buildSchema(released.registry), buildSchema(now.registry)],
    [buildSchema(released.node), buildSchema(now.node)],
  ] as const;
  const found = await Promise.all(pairs.map(([before, after]) => changesBetween(before, after)));
  return [...new Map(found.flat().map((change) => [`${change.path} ${change.says}`, change])).values()];
}

async function changesBetween(before: GraphQLSchema, after: GraphQLSchema): Promise<SchemaChange[]> {
  return (await diff(before, after)).flatMap((change) => {
    const level = levels[change.criticality.level];
    return level ? [{ level, path: change.path ?? '', says: sayingOf(change) }] : [];
  });
}

const levels: Readonly<Record<CriticalityLevel, SchemaChange['level'] | undefined>> = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: undefined,
};

const sayingOf = ({ message }: Found): string => message.replace(/'/g, '`');
