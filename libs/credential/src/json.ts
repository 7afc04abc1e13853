/** A JSON value as it travels in a token. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object as it travels in a token. */
export interface JsonObject {
  [name: string]: Json;
}

/** Says whether a JSON value is an object (neither null nor an array). */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
