import type { Clock } from '../time/clock.js';
import type { Random } from './random.js';

/** Crockford's base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twenty-six characters: ten of milliseconds since 1970, sixteen of randomness. */
export const ulidShape = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** A ULID from a clock and randomness of the caller; sorts by time as text; not monotonic within a millisecond. */
export function createUlid({ clock, random }: { clock: Clock; random: Random }): string {
  return timePart(clock.now().getTime()) + randomPart(random.bytes(16));
}

function timePart(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let position = 0; position < 10; position++) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function randomPart(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet.charAt(byte & 31)).join('');
}
