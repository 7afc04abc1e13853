import { invalidPart, isNull, nullValue, type CityPart, type Part } from './part.js';

/** Integers, and objects of integers, added up. Null when no city gave a value. */
export function mergeSums(parts: readonly CityPart[]): Part {
  let sum: unknown = null;
  const errors = parts.flatMap((part) => {
    if (isNull(part.value)) return part.errors;
    try {
      sum = add(sum, JSON.parse(part.value.toString()));
      return part.errors;
    } catch {
      return invalidPart(part).errors;
    }
  });
  return { value: sum === null ? nullValue : Buffer.from(JSON.stringify(sum)), errors };
}

function add(left: unknown, right: unknown): unknown {
  if (left === null) return right;
  if (right === null) return left;
  if (isInteger(left) && isInteger(right)) return left + right;
  if (isObject(left) && isObject(right)) {
    return Object.fromEntries(Object.keys(left).map((key) => [key, add(left[key], right[key] ?? null)]));
  }
  if (left === right) return left;
  throw new TypeError('Only integers can be added');
}

function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
