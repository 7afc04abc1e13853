import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { buildSchema, isScalarType, type GraphQLDirective, type GraphQLSchema } from 'graphql';
import { platformScalars, DateTimeScalar } from '../graphql/scalars.js';

/** What a program's contract is made of. */
export interface ContractSource {
  /** Every resolver class of the program: one that is not listed is missing from the contract. */
  readonly resolvers: readonly Type[];
  /** Directives the program's decorators attach, such as the routing directives. */
  readonly directives?: readonly GraphQLDirective[];
  /** Object types no field returns directly (implementations of an interface). */
  readonly orphanedTypes?: readonly Type[];
  /** Further rules; each broken one is a line. */
  readonly lint?: (schema: GraphQLSchema) => readonly string[];
}

/**
 * The program's schema as SDL with its applied directives, from the decorators of this process. Object types of one
 * process share one store: call it in a process that has loaded no other program.
 * @throws Error with every fault of the contract
 */
export async function emitContract({
  resolvers,
  directives = [],
  orphanedTypes = [],
  lint,
}: ContractSource): Promise<string> {
  const context = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
    logger: false,
    abortOnError: false,
  });
  try {
    const schema = await context.get(GraphQLSchemaFactory).create([...resolvers], {
      directives: [...directives],
      orphanedTypes: [...orphanedTypes],
      scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    });
    describeRoots(schema);
    // Only here: programs that serve a contract never print one.
    const { printSchemaWithDirectives } = await import('@graphql-tools/utils');
    const contract = `${printSchemaWithDirectives(schema)}\n`;
    check(contract, lint);
    return contract;
  } finally {
    await context.close();
  }
}

/** Nest has no place for the descriptions of the root types. */
function describeRoots(schema: GraphQLSchema): void {
  const roots = {
    'What can be asked (查询)': schema.getQueryType(),
    'What can be done (操作)': schema.getMutationType(),
    'What can be watched (订阅)': schema.getSubscriptionType(),
  };
  for (const [description, type] of Object.entries(roots)) if (type) type.description = description;
}

/** Nest does not check applied directives: the text is read again as everybody else reads it. */
function check(contract: string, lint: ContractSource['lint']): void {
  const schema = buildSchema(contract);
  const faults = [...unknownScalars(schema), ...(lint?.(schema) ?? [])];
  if (faults.length > 0) throw new Error(`The contract has faults:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
}

const standard = ['String', 'Int', 'Float', 'Boolean', 'ID'];

/** A scalar that the platform does not implement would pass anything at run time. */
function unknownScalars(schema: GraphQLSchema): string[] {
  const known = new Set<string>([...standard, ...platformScalars.map(({ name }) => name)]);
  return Object.values(schema.getTypeMap())
    .filter((type) => isScalarType(type) && !known.has(type.name))
    .map((type) => `scalar ${type.name} is not one of the platform's`);
}
