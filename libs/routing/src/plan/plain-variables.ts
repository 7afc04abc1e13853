import {
  type GraphQLNonNull,
  isEnumType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { type Variables } from './key-source.js';

/** Whether a value is already what coercion would make of it. */
type Check = (value: unknown) => boolean;

const scalars: Readonly<Record<string, Check>> = {
  ID: (value) => typeof value === 'string',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => Number.isInteger(value) && (value as number) === ((value as number) | 0),
  Float: (value) => Number.isFinite(value),
};

/**
 * Tells of an operation's variables whether they can be used as they came: all of plain types, and given as their type
 * says. Most requests are such, and coercing them by graphql-js costs more than all else that planning does again.
 * Undefined for an operation with a variable of another kind (an input object, a scalar of our own, a default value).
 */
export function plainVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): ((given: Variables) => boolean) | undefined {
  const checks: (readonly [string, Check])[] = [];
  for (const { variable, type, defaultValue } of definitions) {
    const found = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    const check = found && isInputType(found) && defaultValue === undefined ? checkOf(found) : undefined;
    if (check === undefined) return undefined;
    checks.push([variable.name.value, check]);
  }
  return (given) => checks.every(([name, check]) => check(given[name]));
}

function checkOf(type: GraphQLInputType): Check | undefined {
  if (isNonNullType(type)) return checkPresent(type);
  const check = isListType(type) ? checkList(type.ofType) : checkNamed(type);
  return check && ((value) => value === undefined || value === null || check(value));
}

function checkPresent({ ofType }: GraphQLNonNull<GraphQLInputType>): Check | undefined {
  const check = checkOf(ofType);
  return check && ((value) => value !== undefined && value !== null && check(value));
}

function checkList(item: GraphQLInputType): Check | undefined {
  const check = checkOf(item);
  return check && ((value) => Array.isArray(value) && value.every((entry) => entry !== undefined && check(entry)));
}

function checkNamed(type: GraphQLInputType): Check | undefined {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
  return 'name' in type ? scalars[type.name] : undefined;
}
