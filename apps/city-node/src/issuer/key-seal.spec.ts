import { describe, expect, it } from '@jest/globals';
import { generateIssuerKey } from '#libs/credential';
import { SystemRandom } from '#libs/kernel';
import { KeySeal } from './key-seal.js';

describe('the key seal', () => {
  it('opens what it sealed, under the same node key alone, and only unchanged', async () => {
    const [node, other, { privateJwk }] = await Promise.all([
      generateIssuerKey(),
      generateIssuerKey(),
      generateIssuerKey(),
    ]);
    const seal = new KeySeal(node.privateJwk, new SystemRandom());
    const text = seal.seal(privateJwk);
    expect(seal.open(text)).toEqual(privateJwk);
    expect(text).not.toContain(privateJwk.d);
    expect(seal.seal(privateJwk)).not.toBe(text);
    expect(() => new KeySeal(other.privateJwk, new SystemRandom()).open(text)).toThrow();
    expect(() => seal.open(`${text.slice(0, -2)}AA`)).toThrow();
  });
});
