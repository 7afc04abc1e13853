import { KuashiError, parseDivisionCode } from '#libs/kernel';
import { GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { reasonInLanguage } from '../validation/input-reasons.js';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;
const localDate = /^\d{4}-\d{2}-\d{2}$/;

/** An instant, RFC 3339; in answers always UTC. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant (RFC 3339); answers are in UTC (时间)',
  serialize: (value) => {
    const date = value instanceof Date ? value : new Date(String(value));
    if (Number.isNaN(date.getTime())) throw new TypeError('Not an instant');
    return date.toISOString();
  },
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(textOf(node)),
});

/** A legal day, `YYYY-MM-DD`, counted in Asia/Shanghai. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day without a time, YYYY-MM-DD, in Asia/Shanghai (日期)',
  serialize: (value) => {
    if (typeof value !== 'string' || !localDate.test(value)) throw new TypeError('Not a day');
    return value;
  },
  parseValue: readLocalDate,
  parseLiteral: (node) => readLocalDate(textOf(node)),
});

/** A division code of GB/T 2260, six digits (行政区划代码). */
export const DivisionCodeScalar = new GraphQLScalarType<string, string>({
  name: 'DivisionCode',
  description: 'Division code of GB/T 2260, six digits (行政区划代码)',
  serialize: String,
  parseValue: readDivision,
  parseLiteral: (node) => readDivision(textOf(node)),
});

/** Any JSON value. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value (任意 JSON 值)',
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});

/** The platform's scalars, by the names contracts write. */
export const platformScalars = [DateTimeScalar, LocalDateScalar, DivisionCodeScalar, JsonScalar] as const;

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING ? node.value : undefined;
}

function readInstant(value: unknown): Date {
  const date = typeof value === 'string' && instant.test(value) ? new Date(value) : undefined;
  if (date === undefined || Number.isNaN(date.getTime())) throw badInput('isDateTime');
  return date;
}

function readLocalDate(value: unknown): string {
  const real = typeof value === 'string' && localDate.test(value) && isRealDay(value);
  if (!real) throw badInput('isLocalDate');
  return value;
}

function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function readDivision(value: unknown): string {
  if (typeof value !== 'string') throw badInput('isString');
  return parseDivisionCode(value);
}

function badInput(constraint: string): KuashiError {
  return new KuashiError('BAD_INPUT', {
    params: { constraint, reason: reasonInLanguage({ constraint }, 'en') ?? constraint },
  });
}
