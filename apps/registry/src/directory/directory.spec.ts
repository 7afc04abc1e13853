import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compactVerify, importJWK } from 'jose';
import { generateIssuerKey, importIssuerKey } from '#libs/credential';
import { FixedClock } from '#libs/kernel';
import { directoryTyp, ProgramLog } from '#libs/platform';
import { RegistryContext } from '../reference/index.js';
import { testReference } from '../testing/test-reference.js';
import { PublishedDirectory } from './published-directory.js';

describe('the node directory', () => {
  let folder: string;
  let context: RegistryContext;
  let directory: PublishedDirectory;
  let changes = 0;

  const node = (division: string, more: object = {}) => ({
    ...{ division, kind: 'city', url: `http://127.0.0.1:${division.slice(0, 4)}`, divisions: [] },
    name: { zhHans: division, zhHant: division, en: division },
    keys: [{ kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }],
    ...more,
  });
  const write = async (nodes: readonly object[], text?: string) => {
    await writeFile(
      context.directoryFile,
      text ?? JSON.stringify({ nodes, registry: { url: 'http://127.0.0.1:4010' } }),
    );
    await utimes(context.directoryFile, 1_700_000_000, 1_700_000_000 + ++changes);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kuashi-directory-'));
    const { privateJwk, publicJwk: publicKey } = await generateIssuerKey();
    const signingKey = await importIssuerKey({ uri: 'urn:kuashi:province:430000', privateJwk });
    const directoryFile = join(folder, 'directory.json');
    const clock = new FixedClock('2026-03-02T02:00:00Z');
    context = new RegistryContext({ clock, signingKey, publicKey, url: '', directoryFile, seedsDir: '' });
    directory = new PublishedDirectory(context, new ProgramLog('spec', 'silent'), testReference());
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is signed by the province', async () => {
    await write([node('430100')]);
    const { token } = await directory.current();
    const key = await importJWK(context.publicKey, 'ES256');
    expect((await compactVerify(token, key)).protectedHeader.typ).toBe(directoryTyp);
  });

  it('has a new city as soon as its line is written', async () => {
    await write([node('430100')]);
    const { etag } = await directory.current();
    expect((await directory.current()).etag).toBe(etag);
    await write([node('430100'), node('430400')]);
    expect(await directory.nodeOf('430400')).toMatchObject({ url: 'http://127.0.0.1:4304' });
    expect((await directory.current()).etag).not.toBe(etag);
  });

  it('stays as it was when the file becomes unreadable', async () => {
    await write([node('430100')]);
    await directory.current();
    await write([], '{ "nodes": [');
    expect(await directory.nodeOf('430100')).toBeDefined();
  });

  it.each([
    ['a division that is none', [node('999999')]],
    [
      'a division claimed twice',
      [node('430100', { divisions: ['430102'] }), node('430200', { divisions: ['430102'] })],
    ],
    ['a node without a key', [node('430100', { keys: [] })]],
    ['a private key', [node('430100', { keys: [{ kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd' }] })]],
    ['an address that is none', [node('430100', { url: 'localhost' })]],
    ['no node at all', []],
  ])('does not begin with %s', async (_, nodes) => {
    await write(nodes);
    await expect(directory.current()).rejects.toMatchObject({ code: 'SETTING_INVALID' });
  });
});
