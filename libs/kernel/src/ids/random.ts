import { randomBytes } from 'node:crypto';

/** Where randomness comes from. */
export interface Random {
  /** `n` random bytes. */
  bytes(n: number): Uint8Array;
}

/** The operating system's randomness: for keys, ids, status indices. */
export class SystemRandom implements Random {
  /** What was drawn beforehand and not handed out yet: asking the system costs as much for 4 KiB as for 16 bytes. */
  private drawn = new Uint8Array(0);

  bytes(n: number): Uint8Array {
    if (n > mostFromPool) return randomBytes(n);
    if (this.drawn.length < n) this.drawn = randomBytes(poolBytes);
    const bytes = this.drawn.subarray(0, n);
    this.drawn = this.drawn.subarray(n);
    return bytes;
  }
}

const poolBytes = 4096;
const mostFromPool = 1024;

/**
 * An integer of 0 to `maxExclusive` - 1, each equally likely (values that would favour the low ones are drawn again).
 * @param maxExclusive 1 to 2^32.
 */
export function randomInteger(random: Random, maxExclusive: number): number {
  const limit = 2 ** 32 - (2 ** 32 % maxExclusive);
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
    const drawn = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
    if (drawn < limit) return drawn % maxExclusive;
  }
}
