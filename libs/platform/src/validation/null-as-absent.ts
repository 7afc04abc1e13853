/**
 * GraphQL lets a caller write null where an argument may be absent, and gateways pass on variables that way. Inputs treat
 * both alike: null properties of input objects are taken out. Free JSON (a plain object) keeps its nulls.
 */
export function nullAsAbsent(value: unknown): unknown {
  if (Array.isArray(value)) value.forEach(nullAsAbsent);
  else if (isInputObject(value)) {
    for (const [name, property] of Object.entries(value)) {
      if (property === null) delete value[name];
      else nullAsAbsent(property);
    }
  }
  return value;
}

/** An instance of an input class, as opposed to free JSON, a date or a scalar. */
function isInputObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || value instanceof Date) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null;
}
