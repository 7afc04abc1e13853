import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FixedClock, type DivisionCode } from '#libs/kernel';
import { CompactSign, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { directoryTyp, NodeDirectory, type DirectoryDocument } from './node-directory.js';
import { PublishedDocument } from './published-document.js';

const names = { zhHans: '长沙', zhHant: '長沙', en: 'Changsha' };
const node = (
  division: string,
  kind: 'city' | 'province',
  divisions: string[],
): DirectoryDocument['nodes'][number] => ({
  division: division as DivisionCode,
  kind,
  name: names,
  url: `http://${division}.test`,
  divisions: divisions as DivisionCode[],
  keys: [],
});
const directory = (iat: number, cities: string[]): DirectoryDocument => ({
  iss: '430000',
  iat,
  nodes: [...cities.map((city) => node(city, 'city', [`${city.slice(0, 4)}04`])), node('430000', 'province', [])],
  registry: { url: 'http://registry.test' },
});

let key: CryptoKey;
let anchor: JWK;
let folder: string;
let answer: () => Response;
let asked: Headers[];

beforeEach(async () => {
  const pair = await generateKeyPair('ES256');
  key = pair.privateKey;
  anchor = await exportJWK(pair.publicKey);
  folder = await mkdtemp(join(tmpdir(), 'kuashi-document-'));
  asked = [];
});
afterEach(() => rm(folder, { recursive: true }));

const sign = (document: object, typ = directoryTyp, by = key): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(document))).setProtectedHeader({ alg: 'ES256', typ }).sign(by);

function published(): PublishedDocument<DirectoryDocument> {
  return new PublishedDocument<DirectoryDocument>({
    url: 'http://registry.test/directory',
    typ: directoryTyp,
    anchor,
    file: join(folder, 'copies', 'directory.jwt'),
    clock: new FixedClock('2026-01-01T00:00:00Z'),
    fetch: (async (_url: string, init: RequestInit) => {
      asked.push(new Headers(init.headers));
      return answer();
    }) as typeof fetch,
  });
}

const down = (): never => {
  throw new TypeError('fetch failed');
};

describe('a published document', () => {
  it('is taken when the anchor signed it, and asked for again by its tag', async () => {
    const text = await sign(directory(10, ['430100']));
    const document = published();
    answer = () => new Response(text, { headers: { etag: '"1"' } });
    expect((await document.load()).nodes).toHaveLength(2);
    answer = () => new Response(null, { status: 304 });
    expect(await document.refresh()).toBe(false);
    expect(asked[1]?.get('if-none-match')).toBe('"1"');
  });

  it('is read from the copy on disk while the publisher is down', async () => {
    const text = await sign(directory(10, ['430100']));
    answer = () => new Response(text);
    await published().load();
    answer = down;
    const restarted = published();
    expect((await restarted.load()).iat).toBe(10);
    expect(restarted.checkedAt).toBeUndefined();
  });

  it('does not go back to an older one over a restart', async () => {
    const [old, good] = [await sign(directory(9, ['430200'])), await sign(directory(10, ['430100']))];
    answer = () => new Response(good);
    await published().load();
    answer = () => new Response(old);
    const restarted = published();
    expect((await restarted.load()).iat).toBe(10);
    expect(restarted.checkedAt).toBeUndefined();
  });

  it('is fetched when the copy on disk is damaged or of another publisher', async () => {
    const other = await generateKeyPair('ES256');
    await mkdir(join(folder, 'copies'));
    for (const copy of ['nonsense', await sign(directory(99, ['430200']), directoryTyp, other.privateKey)]) {
      await writeFile(join(folder, 'copies', 'directory.jwt'), copy);
      const text = await sign(directory(10, ['430100']));
      answer = () => new Response(text);
      expect((await published().load()).iat).toBe(10);
    }
  });

  it('cannot be had when the publisher is down and there is no copy', async () => {
    answer = down;
    await expect(published().load()).rejects.toMatchObject({ code: 'NODE_UNREACHABLE' });
    expect(() => published().current).toThrow();
  });

  it('is refused when another key signed it, when it is of another type, or older than the one at hand', async () => {
    const other = await generateKeyPair('ES256');
    const good = await sign(directory(10, ['430100']));
    const bad = [
      await sign(directory(11, ['430100']), directoryTyp, other.privateKey),
      await sign(directory(11, ['430100']), 'kuashi-trust-list+jwt'),
      await sign(directory(9, ['430100'])),
    ];
    const document = published();
    answer = () => new Response(good);
    await document.load();
    for (const text of bad) {
      answer = () => new Response(text);
      await expect(document.refresh()).rejects.toMatchObject({ code: 'NODE_ANSWER_INVALID' });
    }
    expect(document.current.iat).toBe(10);
  });
});

describe('the node directory', () => {
  it('finds nodes by city and county, and a new city as soon as the document names it', async () => {
    const [first, second] = [await sign(directory(10, ['430100'])), await sign(directory(11, ['430100', '430600']))];
    const document = published();
    answer = () => new Response(first);
    await document.load();
    const nodes = new NodeDirectory(document);
    expect(nodes.nodeOf('430104')?.division).toBe('430100');
    expect(nodes.nodeOf('430000')?.kind).toBe('province');
    expect(nodes.nodeOf('430604')).toBeUndefined();
    answer = () => new Response(second);
    expect(await document.refresh()).toBe(true);
    expect(nodes.nodeOf('430604')?.division).toBe('430600');
    expect(nodes.cities().map(({ division }) => division)).toEqual(['430100', '430600']);
    expect(nodes.registry.url).toBe('http://registry.test');
  });
});
