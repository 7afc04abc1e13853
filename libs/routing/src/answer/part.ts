import { type ErrorCode, type ErrorParams } from '#libs/kernel';
import { type OpenPage } from './open-page.js';
import { type Elements, type Stretch } from './scan.js';

/** A place in an answer: response keys and list offsets. */
export type Path = readonly (string | number)[];
/** Values for the placeholders of an error text. */
export type ErrorValues = ErrorParams;

/** An error with its place in the value it belongs to. */
export interface PlacedError {
  /** a node's own words; absent when the gateway says it, from the catalogue */
  readonly message?: string;
  readonly path: Path;
  readonly extensions: ErrorExtensions;
  /** values for the catalogue's text */
  readonly params?: ErrorValues;
}

/** `extensions` of an error entry. */
export interface ErrorExtensions {
  readonly code: string;
  readonly city?: string;
  /** seconds */
  readonly retryAfter?: number;
  readonly field?: string;
  readonly [name: string]: unknown;
}

/** A JSON value as bytes, and what went wrong inside it. */
export interface Part {
  readonly value: Buffer;
  readonly errors: readonly PlacedError[];
  /** the answer it came in, when that holds nothing else: `{"data":{"KEY":value}}` */
  readonly answer?: Buffer;
  /** the value in pieces, as long as nobody needs it as one */
  readonly pieces?: readonly Buffer[];
}

/** A part spliced from pieces: they are copied once, into the answer, unless somebody reads the value before. */
export class SplicedPart implements Part {
  private whole: Buffer | undefined;

  constructor(
    readonly pieces: readonly Buffer[],
    readonly errors: readonly PlacedError[],
  ) {}

  get value(): Buffer {
    return (this.whole ??= Buffer.concat(this.pieces));
  }
}

/** What one city contributes. */
export interface CityPart extends Part {
  readonly city: string;
  /** the value, opened while it was read */
  readonly page?: OpenPage;
  readonly list?: OpenList;
}

/** An array in the bytes it came in. */
export interface OpenList extends Elements {
  readonly bytes: Buffer;
}

/** The bytes of `null`. */
export const nullValue = Buffer.from('null');
/** Where `null` stands. */
export const nullStretch: Stretch = { bytes: nullValue, start: 0, end: nullValue.length };
/** The bytes of `[]`. */
export const emptyList = Buffer.from('[]');

/** Whether the bytes say `null`. */
export function isNull(value: Buffer): boolean {
  return value[0] === 0x6e;
}

/** A part that failed as a whole. */
export function failedPart(
  code: ErrorCode,
  details: { field?: string; city?: string; retryAfter?: number; params?: ErrorValues } = {},
): Part {
  const { params, ...extensions } = details;
  return { value: nullValue, errors: [{ path: [], extensions: { code, ...extensions }, params }] };
}

/** The errors, moved beneath a path. */
export function beneath(path: Path, errors: readonly PlacedError[]): PlacedError[] {
  return errors.map((error) => ({ ...error, path: [...path, ...error.path] }));
}

/** The part with its value put by, and an error for a value that cannot be what the contract says. */
export function invalidPart(part: CityPart): CityPart {
  const failed = failedPart('NODE_ANSWER_INVALID', { city: part.city });
  return { city: part.city, value: nullValue, errors: [...part.errors, ...failed.errors] };
}
