import { describe, expect, it } from '@jest/globals';
import { StatusList } from '#libs/credential';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

interface Example {
  section: string;
  entries: number;
  lst: string;
  statuses: Record<string, number>;
}

const file = fileURLToPath(new URL('./token-status-list/two-bits.json', import.meta.url));
const { examples } = JSON.parse(readFileSync(file, 'utf8')) as { examples: Example[] };
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
