import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Kept {
  readonly stamps: string;
  readonly rows: object;
}

/** What was read, by whose it is. Frozen rows of known files are the one thing that programs in one process share. */
const kept = new Map<string, Kept>();

/**
 * The rows read from files, once per process while the files stay as they are: several programs in one process check
 * and hold the same reference data once. After a change it is read anew; what is refused is not kept.
 * @param owner the folder that the rows are of; @param folders every folder that is read for them.
 */
export function sharedRows<Rows extends object>(owner: string, folders: readonly string[], read: () => Rows): Rows {
  const stamps = folders.flatMap(stampsOf).join('\n');
  const known = kept.get(resolve(owner));
  if (known?.stamps === stamps) return known.rows as Rows;
  const rows = deepFreeze(read());
  kept.set(resolve(owner), { stamps, rows });
  return rows;
}

/** A line for each file: it changes when the file is written or replaced. A missing folder is the reader's to report. */
function stampsOf(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder).map((name) => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(folder, name));
    return [folder, name, size, mtimeMs, ctimeMs, ino].join(' ');
  });
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
