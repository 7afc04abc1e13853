import { randomInteger, type Random } from '#libs/kernel';

/** Milliseconds before the second attempt. */
const shortest = 250;

/** Milliseconds between attempts at most. */
export const longestBackOff = 30_000;

/**
 * How long to wait after `failures` attempts in a row: 250 ms, doubled each time up to 30 s; of that between half and
 * all, by chance, so that nodes do not knock in step at one that comes back.
 */
export function backOff(failures: number, random: Random): number {
  const full = Math.min(shortest * 2 ** Math.min(failures - 1, 20), longestBackOff);
  return Math.ceil(full / 2) + randomInteger(random, Math.floor(full / 2) + 1);
}
