import { describe, expect, it } from '@jest/globals';
import { openStatusListToken, StatusList, TrustedIssuer } from '#libs/credential';
import { SystemClock } from '#libs/kernel';
import type { JWK } from 'jose';
import { inflateSync } from 'node:zlib';
import { readVectors } from './read-vectors.js';

interface Example {
  section: string;
  entries: number;
  lst: string;
  statuses: Record<string, number>;
}

interface OtherBits extends Example {
  bits: number;
}

interface Token {
  key: JWK;
  kid: string;
  token: string;
  claims: { sub: string };
}

const { examples } = readVectors<{ examples: Example[] }>('token-status-list/two-bits.json');
const others = readVectors<{ examples: OtherBits[] }>('token-status-list/other-bits.json').examples;
const published = readVectors<Token>('token-status-list/token.json');
const meanings = ['valid', 'revoked', 'suspended', undefined] as const;

describe('the two-bit examples of Token Status List', () => {
  it.each(examples)(
    '§$section read with the values of the text, and valid everywhere else',
    ({ entries, lst, statuses }) => {
      const list = new StatusList(entries, inflateSync(Buffer.from(lst, 'base64url')));
      for (const [index, value] of Object.entries(statuses)) expect(list.get(Number(index))).toBe(meanings[value]);
      const told = new Set(Object.keys(statuses).map(Number));
      const others = Array.from({ length: entries }, (_each, index) => index).filter((index) => !told.has(index));
      expect(others.every((index) => list.get(index) === 'valid')).toBe(true);
    },
  );

  it.each(examples)('§$section written by us is packed to the same bytes', ({ entries, lst, statuses }) => {
    const packed = inflateSync(Buffer.from(lst, 'base64url'));
    const list = new StatusList(entries, packed);
    for (const [index, value] of Object.entries(statuses)) {
      const status = meanings[value];
      if (status === undefined) continue;
      list.set(Number(index), 'valid');
      list.set(Number(index), status);
    }
    expect(inflateSync(list.compressed()).equals(packed)).toBe(true);
  });
});

describe('the examples of other widths', () => {
  it.each(others)('§$section of $bits bits holds what the text says, and nothing else', (example) => {
    const packed = inflateSync(Buffer.from(example.lst, 'base64url'));
    expect(packed).toHaveLength((example.entries * example.bits) / 8);
    const perByte = 8 / example.bits;
    const expected = Buffer.alloc(packed.length);
    for (const [index, value] of Object.entries(example.statuses)) {
      const byte = Math.floor(Number(index) / perByte);
      expected[byte] = (expected[byte] ?? 0) | (value << ((Number(index) % perByte) * example.bits));
    }
    expect(packed.equals(expected)).toBe(true);
  });
});

describe('the status list token of the text', () => {
  const period = { validFrom: '2020-01-01T00:00:00Z' };
  const entry = { kid: published.kid, jwk: published.key, purposes: ['status' as const], ...period };
  const issuer = (change: { validUntil?: string }) =>
    new TrustedIssuer({
      ...{ authority: 'example', uri: 'https://example.com', name: 'Example', division: '430200', level: 'municipal' },
      ...{ types: [], statusLists: ['https://example.com/statuslists/'], keys: [{ ...entry, ...change }] },
    });
  const open = (token: string, change = {}) =>
    openStatusListToken(token, published.claims.sub, issuer(change), { clock: new SystemClock() });

  it('is signed, of the right type and for its address, and refused for its one bit alone', async () => {
    await expect(open(published.token)).rejects.toMatchObject({
      reason: 'STATUS_LIST_MALFORMED',
      detail: 'status_list',
    });
  });

  it('is refused before that when its signature or its key is wrong', async () => {
    const tampered = published.token.replace('.2lKU', '.3lKU');
    await expect(open(tampered)).rejects.toMatchObject({ reason: 'STATUS_LIST_SIGNATURE_WRONG' });
    await expect(open(published.token, { validUntil: '2021-01-01T00:00:00Z' })).rejects.toMatchObject({
      reason: 'KEY_OUT_OF_PERIOD',
    });
  });
});
