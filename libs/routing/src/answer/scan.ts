/**
 * Reads JSON as bytes by its structure alone: brackets and strings. A nanosecond or two a byte, a quarter of it for a
 * text that is laid out (wide-scan.ts); what is between the brackets is neither decoded nor judged.
 */

import { endByVectors } from './wide-scan.js';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** A stretch of bytes: from the first, to before the second. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A stretch of certain bytes. */
export interface Stretch extends Range {
  readonly bytes: Buffer;
}

/** A member of an object: where its key stands (without quotes) and its value. */
export interface Member {
  readonly key: string;
  readonly start: number;
  readonly value: Range;
}

/** Where the value that begins at `at` ends; -1 when it does not. */
export function endOfValue(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === quote) return endOfString(bytes, at);
  if (first === openBrace || first === openBracket) return endOfNest(bytes, at);
  let end = at;
  while (end < bytes.length && !isDelimiter(bytes[end])) end += 1;
  return end === at ? -1 : end;
}

function endOfNest(bytes: Uint8Array, at: number): number {
  return endOfOpen(bytes, at + 1);
}

/** Where the object or array ends that was opened somewhere before `at`, outside any string; -1 when it does not. */
export function endOfOpen(bytes: Uint8Array, at: number): number {
  return endByVectors(bytes, at) ?? endByBytes(bytes, at);
}

function endByBytes(bytes: Uint8Array, at: number): number {
  const { length } = bytes;
  let depth = 1;
  let i = at;
  while (i < length) {
    const byte = bytes[i] as number;
    i += 1;
    if (byte === quote) {
      let inner = 0;
      while (i < length && inner !== quote) {
        inner = bytes[i] as number;
        i += inner === backslash ? 2 : 1;
      }
      if (inner !== quote) return -1;
    } else if (byte >= openBracket) {
      if (byte === openBrace || byte === openBracket) depth += 1;
      else if ((byte === closeBrace || byte === closeBracket) && (depth -= 1) === 0) return i;
    }
  }
  return -1;
}

/** Where the string ends that begins at `at`; -1 when it does not. */
export function endOfString(bytes: Uint8Array, at: number): number {
  for (let i = at + 1; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === backslash) i += 1;
    else if (byte === quote) return i + 1;
  }
  return -1;
}

/** Whether these bytes stand at `at`. */
export function standsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i += 1) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

function isDelimiter(byte: number | undefined): boolean {
  return byte === comma || byte === closeBrace || byte === closeBracket || byte === colon || byte === quote;
}

/** The elements of an array, and where it ends. */
export interface Elements {
  readonly elements: readonly Range[];
  readonly end: number;
}

/** The elements of the array that begins at `at`, in compact JSON; undefined when it is none. */
export function openArray(bytes: Uint8Array, at: number): Elements | undefined {
  if (bytes[at] !== openBracket) return undefined;
  const elements: Range[] = [];
  let start = at + 1;
  if (bytes[start] === closeBracket) return { elements, end: start + 1 };
  for (;;) {
    const end = endOfValue(bytes, start);
    if (end < 0) return undefined;
    elements.push({ start, end });
    if (bytes[end] === closeBracket) return { elements, end: end + 1 };
    if (bytes[end] !== comma) return undefined;
    start = end + 1;
  }
}

/** The members of the object that begins at `at`, in compact JSON; undefined when it is none. */
export function membersOf(bytes: Buffer, at: number): Member[] | undefined {
  if (bytes[at] !== openBrace) return undefined;
  const members: Member[] = [];
  let start = at + 1;
  if (bytes[start] === closeBrace) return members;
  for (;;) {
    const afterKey = bytes[start] === quote ? endOfString(bytes, start) : -1;
    const end = afterKey < 0 || bytes[afterKey] !== colon ? -1 : endOfValue(bytes, afterKey + 1);
    if (end < 0) return undefined;
    members.push({
      key: bytes.toString('latin1', start + 1, afterKey - 1),
      start,
      value: { start: afterKey + 1, end },
    });
    if (bytes[end] === closeBrace) return members;
    if (bytes[end] !== comma) return undefined;
    start = end + 1;
  }
}
