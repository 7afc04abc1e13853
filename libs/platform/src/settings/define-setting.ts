import type { Setting } from './setting.js';

/** A required setting. */
export function define<T>(name: Setting<T>['name'], description: string, parse: (text: string) => T): Setting<T>;
/** A setting with a default. */
export function define<T>(
  name: Setting<T>['name'],
  description: string,
  parse: (text: string) => T,
  fallback: T,
): Setting<T>;
/** Defines a setting: its variable, one sentence for whoever operates the program, how its text becomes a value. */
export function define<T>(
  name: Setting<T>['name'],
  description: string,
  parse: (text: string) => T,
  ...fallback: T[]
): Setting<T> {
  return fallback.length === 0 ? { name, description, parse } : { name, description, parse, default: fallback[0] };
}
