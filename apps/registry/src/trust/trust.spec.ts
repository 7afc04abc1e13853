import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { generateIssuerKey, importIssuerKey, type KeyEntry } from '#libs/credential';
import { AuditLog, verifyAuditChain } from '#libs/exchange';
import { type DivisionCode, FixedClock } from '#libs/kernel';
import { expectNoSchemaDrift, openTestDatabase, type TestDatabase, testDatabases } from '#libs/persistence';
import { ProgramLog } from '#libs/platform';
import type { Authority } from '#seeds';
import { PublishedDirectory } from '../directory/index.js';
import { registryEntities, registryMigrations } from '../migrations/index.js';
import { RegistryContext } from '../reference/index.js';
import { AcceptStatement } from './accept-statement.js';
import type { Authorities } from './authorities.js';
import type { StatedIssuer } from './issuer-statement.js';
import { PublishedTrustList } from './published-trust-list.js';

const zhuzhou = '430200' as DivisionCode;
const nodeUrl = 'http://127.0.0.1:4200';
const bureau = '11430299MXG0000182';
const name = { zhHans: '株洲市公安局', zhHant: '株洲市公安局', en: 'Zhuzhou' };
const branch = '11430299MXG0000267';
const authority: Authority = {
  ...{ code: bureau, name, division: zhuzhou, level: 'municipal', departments: [] },
  issues: ['household-register'],
};

describe.each(testDatabases())('the trust list on %s', (kind) => {
  let test: TestDatabase;
  let folder: string;
  let clock: FixedClock;
  let nodeKey: JWK;
  let accept: AcceptStatement;
  let published: PublishedTrustList;

  beforeEach(async () => {
    test = await openTestDatabase(kind, { entities: registryEntities, migrations: registryMigrations });
    folder = await mkdtemp(join(tmpdir(), 'kuashi-registry-'));
    clock = new FixedClock('2026-03-02T02:00:00Z');
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    nodeKey = await exportJWK(privateKey);
    const directoryFile = join(folder, 'directory.json');
    const node = {
      division: zhuzhou,
      kind: 'city',
      name,
      url: nodeUrl,
      divisions: [],
      keys: [await exportJWK(publicKey)],
    };
    await writeFile(directoryFile, JSON.stringify({ nodes: [node], registry: { url: 'http://127.0.0.1:4010' } }));
    const province = await generateIssuerKey();
    const signingKey = await importIssuerKey({ uri: 'urn:kuashi:province:430000', privateJwk: province.privateJwk });
    const context = new RegistryContext({
      clock,
      signingKey,
      publicKey: province.publicJwk,
      url: 'http://127.0.0.1:4010',
      directoryFile,
      seedsDir: '',
    });
    const directory = new PublishedDirectory(context, new ProgramLog('spec', 'silent'));
    const authorities = { of: () => [authority, { ...authority, code: branch }] } as unknown as Authorities;
    const { unitOfWork } = test.database;
    accept = new AcceptStatement(context, directory, authorities, unitOfWork, new AuditLog(unitOfWork, clock));
    published = new PublishedTrustList(context, test.database);
  });
  afterEach(async () => {
    await test.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const keyEntry = async (): Promise<KeyEntry> => {
    const { kid, publicJwk } = await generateIssuerKey();
    return { kid, jwk: publicJwk, purposes: ['credential'], validFrom: '2026-03-01T00:00:00.000Z' };
  };
  const stated = async (more: Partial<StatedIssuer> = {}): Promise<StatedIssuer> => ({
    authority: bureau,
    keys: [await keyEntry()],
    statusLists: [`${nodeUrl}/status-lists/`],
    ...more,
  });
  const sign = async (
    issuers: StatedIssuer[],
    more: { iss?: string; key?: JWK; typ?: string; at?: Date } = {},
  ): Promise<string> => {
    const { iss = zhuzhou, key = nodeKey, typ = 'kuashi-issuer-statement+jwt', at = clock.now() } = more;
    const signer = await importIssuerKey({ uri: iss, privateJwk: key });
    const statement = new SignJWT({ issuers }).setProtectedHeader({ alg: 'ES256', typ });
    return statement.setIssuer(iss).setIssuedAt(at).sign(signer.privateKey);
  };

  it('has the schema its entities describe', () => expectNoSchemaDrift(test.database));

  it('learns an issuer from its node’s statement; what it may issue is the province’s word', async () => {
    expect(await accept.execute(await sign([await stated()]))).toEqual({ version: 1 });
    const list = await published.list();
    expect(list.issuerOf(bureau)?.entry).toMatchObject({
      name: '株洲市公安局',
      types: ['household-register'],
      uri: `${nodeUrl}/issuers/${bureau}`,
    });
  });

  it('makes a new version only when a statement says something new, and keeps the old ones', async () => {
    const issuer = await stated();
    const statement = await sign([issuer]);
    await Promise.all([accept.execute(statement), accept.execute(statement)]);
    clock.advance(60_000);
    expect(await accept.execute(await sign([issuer]))).toEqual({ version: 1 });
    expect(await accept.execute(await sign([{ ...issuer, keys: [...issuer.keys, await keyEntry()] }]))).toEqual({
      version: 2,
    });
    expect((await published.signed()).version).toBe(2);
    expect((await published.signed(1)).version).toBe(1);
    expect((await published.list()).issuerOf(bureau)?.entry.keys).toHaveLength(2);
    expect(await verifyAuditChain(test.database.reads)).toMatchObject({ intact: true, entries: 2 });
  });

  it('refuses a statement that is not its node’s own', async () => {
    const issuers = [await stated()];
    const stranger = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
    const refused = async (statement: Promise<string>) => accept.execute(await statement);
    await expect(refused(sign(issuers, { key: stranger }))).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
    await expect(refused(sign(issuers, { typ: 'jwt' }))).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
    await expect(refused(sign(issuers, { iss: '430100' }))).rejects.toMatchObject({ code: 'SENDER_UNKNOWN' });
    await expect(accept.execute('no.token.here')).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
    await expect(published.signed()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses authorities of others and status lists at other addresses', async () => {
    const foreign = await stated({ authority: '11430399MXG0000187' });
    const elsewhere = await stated({ statusLists: ['http://127.0.0.1:42000/status-lists/'] });
    for (const issuer of [foreign, elsewhere]) {
      const statement = await sign([issuer]);
      await expect(accept.execute(statement)).rejects.toMatchObject({ code: 'ISSUER_NOT_ENTITLED' });
    }
  });

  it('refuses a statement older than the one it knows', async () => {
    const old = await sign([await stated()]);
    clock.advance(60_000);
    await accept.execute(await sign([await stated()]));
    await expect(accept.execute(old)).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
  });

  it('refuses a statement from the future, which would make every later one an older one', async () => {
    const issuers = [await stated()];
    const ahead = await sign(issuers, { at: new Date('2286-11-20T17:46:39Z') });
    await expect(accept.execute(ahead)).rejects.toMatchObject({ code: 'ENVELOPE_INVALID', params: { reason: 'iat' } });
    expect(await accept.execute(await sign(issuers))).toEqual({ version: 1 });
  });

  it('refuses what no trust list could hold, and stays as it was', async () => {
    const good = await stated();
    await accept.execute(await sign([good]));
    const [key] = good.keys;
    const bad: [string, unknown[]][] = [
      ['nothing in place of an issuer', [null]],
      ['a status list that is no address', [{ ...good, statusLists: [1] }]],
      ['a key without anything', [{ ...good, keys: [{}] }]],
      ['a private key', [{ ...good, keys: [{ ...key, jwk: { ...key?.jwk, d: 'x' } }] }]],
      ['an authority twice', [good, good]],
      ['the key of another authority', [good, { ...good, authority: branch }]],
    ];
    for (const [what, issuers] of bad) {
      const refusal = accept.execute(await sign(issuers as StatedIssuer[])).then(
        () => 'accepted',
        ({ code }: { code?: string }) => code,
      );
      expect([what, await refusal]).toEqual([what, 'ENVELOPE_INVALID']);
    }
    expect((await published.signed()).version).toBe(1);
    expect((await published.list()).issuerOf(bureau)?.entry.keys).toEqual(good.keys);
  });
});
