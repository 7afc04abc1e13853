import {
  emptyList,
  invalidPart,
  isNull,
  nullValue,
  SplicedPart,
  type CityPart,
  type Part,
  type PlacedError,
} from './part.js';
import { openArray } from './scan.js';

const comma = Buffer.from(',');
const open = Buffer.from('[');
const close = Buffer.from(']');

/** One list after the other. Null when no city gave one (an empty list where the schema forbids null). */
export function mergeLists(parts: readonly CityPart[], nullable: boolean): Part {
  const checked = parts.map((part) => (isNull(part.value) || isList(part.value) ? part : invalidPart(part)));
  const errors = placedErrors(checked);
  const pieces: Buffer[] = [];
  for (const { value } of checked) {
    if (!isNull(value) && value.length > 2) pieces.push(pieces.length > 0 ? comma : open, value.subarray(1, -1));
  }
  if (pieces.length > 0) return new SplicedPart([...pieces, close], errors);
  const answered = checked.some(({ value }) => !isNull(value));
  return { value: answered || !nullable ? emptyList : nullValue, errors };
}

function isList(value: Buffer): boolean {
  return value[0] === 0x5b && value[value.length - 1] === 0x5d;
}

/** The errors, their offsets moved by the lists before; lengths are counted only when an error needs them. */
function placedErrors(parts: readonly CityPart[]): PlacedError[] {
  if (parts.every(({ errors }) => errors.length === 0)) return [];
  let before = 0;
  return parts.flatMap(({ value, errors }) => {
    const offset = before;
    before += openArray(value, 0)?.elements.length ?? 0;
    return errors.map((error) => shifted(error, offset));
  });
}

function shifted(error: PlacedError, by: number): PlacedError {
  const [index, ...rest] = error.path;
  return { ...error, path: typeof index === 'number' ? [index + by, ...rest] : [] };
}
