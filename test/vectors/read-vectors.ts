import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Reads a file of vectors; each names its source. */
export function readVectors<T>(path: string): T {
  return JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')) as T;
}
