import { randomInteger, type Random } from './random.js';

/**
 * Randomness that repeats: the same seed, the same sequence, on every machine (SFC32). For synthetic data and tests;
 * never for keys.
 */
export class SeededRandom implements Random {
  private a = 0x9e3779b9;
  private b = 0x243f6a88;
  private c: number;
  private counter = 1;

  constructor(seed: number) {
    this.c = seed | 0;
    this.b ^= Math.floor(seed / 2 ** 32) | 0;
    for (let round = 0; round < 15; round++) this.word();
  }

  bytes(n: number): Uint8Array {
    const bytes = new Uint8Array(n);
    for (let index = 0; index < n; index += 4) {
      const word = this.word();
      for (let part = 0; part < 4 && index + part < n; part++) bytes[index + part] = (word >>> (part * 8)) & 255;
    }
    return bytes;
  }

  /** An integer of 0 to `maxExclusive` - 1. */
  integer(maxExclusive: number): number {
    return randomInteger(this, maxExclusive);
  }

  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('pick from an empty list');
    return list[this.integer(list.length)] as T;
  }

  private word(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
