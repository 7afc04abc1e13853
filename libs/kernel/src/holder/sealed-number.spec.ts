import { describe, expect, it } from '@jest/globals';
import { SystemRandom } from '../ids/random.js';
import { holderOf } from './holder.js';
import { openNumber, sealNumber } from './sealed-number.js';

const key = new Uint8Array(32).fill(7);
const number = '43019919900115027X';
const holder = holderOf(key, '111', number);
const sealed = sealNumber(key, holder, number, new SystemRandom());

describe('a sealed number', () => {
  it('is opened by whoever can make holders, for the holder it was sealed for', () => {
    expect(openNumber(key, holder, sealed)).toBe(number);
  });

  it('shows nothing of the number, and never looks the same twice', () => {
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('19900115');
    expect(sealNumber(key, holder, number, new SystemRandom())).not.toBe(sealed);
  });

  it.each([
    ['for another holder', key, holderOf(key, '111', '430199198402290121'), sealed],
    ['under another key', new Uint8Array(32).fill(8), holder, sealed],
    ['when it was changed', key, holder, `${sealed.slice(0, -4)}AAAA`],
    ['when it is none', key, holder, 'AAAA'],
  ])('is not opened %s', (_, otherKey, otherHolder, text) => {
    expect(openNumber(otherKey, otherHolder, text)).toBeUndefined();
  });
});
