import { describe, expect, it } from '@jest/globals';
import { holderOf, isHolder } from './holder.js';

const key = new Uint8Array(32).fill(7);

describe('holders', () => {
  it('are the same for the same key, kind and number, and differ otherwise', () => {
    const holder = holderOf(key, '111', '43019919900115027X');
    expect(holderOf(key, '111', '43019919900115027X')).toBe(holder);
    const others = [
      holderOf(key, '111', '430199199001150270'),
      holderOf(key, '001', '43019919900115027X'),
      holderOf(new Uint8Array(32).fill(8), '111', '43019919900115027X'),
    ];
    expect(new Set([holder, ...others]).size).toBe(4);
  });

  it('have the form of a SHA-256 in base64url and hold no number', () => {
    const holder = holderOf(key, '111', '43019919900115027X');
    expect(isHolder(holder)).toBe(true);
    expect(isHolder('43019919900115027X')).toBe(false);
  });

  it('agree with HMAC-SHA256 over kind and number', () => {
    // printf '111|x' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07 -binary | basenc --base64url
    expect(holderOf(key, '111', 'x')).toBe('06C-wWBuJxzmz8qawc2C3L7Xnxt1fld9zcOW9Yp3p6M');
  });

  it('need a key of 32 bytes', () => {
    expect(() => holderOf(new Uint8Array(31), '111', 'x')).toThrow(
      expect.objectContaining({ code: 'SETTING_INVALID' }),
    );
  });
});
