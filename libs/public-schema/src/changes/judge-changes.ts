import { compareSchemas, type SchemaChange } from './compare-schemas.js';
import { recordedBreaks } from './recorded-breaks.js';
import type { SchemaTexts } from './schema-texts.js';

/** What has changed since the release, and what of it nobody has told. */
export interface Judgement {
  readonly changes: readonly SchemaChange[];
  /** breaking changes that the changelog does not name: each fails the check */
  readonly untold: readonly SchemaChange[];
}

/** Compares the schema with the released one; a breaking change must be named by its path in the changelog. */
export async function judgeChanges(released: SchemaTexts, now: SchemaTexts, changelog: string): Promise<Judgement> {
  const changes = await compareSchemas(released, now);
  const recorded = recordedBreaks(changelog);
  return { changes, untold: changes.filter(({ level, path }) => level === 'breaking' && !recorded.has(path)) };
}
