import { X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type KeyEntry, verifyX509Chain } from '#libs/credential';
import { FixedClock } from '#libs/kernel';
import { expectNoSchemaDrift, testDatabases } from '#libs/persistence';
import { cities, keyEntry, stated, type TrustWorld, trustWorld } from '../testing/trust-world.js';
import { pemOf } from './send-chain.js';

const period = { validFrom: '2026-03-01T00:00:00.000Z', validUntil: '2027-03-01T00:00:00.000Z' };
const issuerUrl = `${cities.zhuzhou.url}/issuers/${cities.zhuzhou.bureau}`;

describe.each(testDatabases())('the province as certification authority on %s', (kind) => {
  let world: TrustWorld;
  let credentialKey: KeyEntry;
  let accessKey: KeyEntry;

  beforeEach(async () => {
    world = await trustWorld(kind);
    credentialKey = await keyEntry('credential', period);
    accessKey = await keyEntry('access', period);
    await world.state([await stated({ keys: [credentialKey, accessKey] })]);
  });
  afterEach(() => world.drop());

  const rootPem = async (of = world) => pemOf(await of.chains().root());
  const verify = async (
    x5c: readonly string[],
    at = '2026-06-01T00:00:00Z',
    more: { uri?: string; root?: string } = {},
  ) => verifyX509Chain(x5c, { root: await rootPem(), clock: new FixedClock(at), ...more });

  it('has the schema its entities describe', () => expectNoSchemaDrift(world.database));

  it('certifies an authority’s key to its issuer URI, for signatures only', async () => {
    const x5c = await world.chains().chainOf(credentialKey.kid);
    expect(await verify(x5c, undefined, { uri: issuerUrl })).toMatchObject({
      kid: credentialKey.kid,
      names: [`URI:${issuerUrl}`],
    });
    const leaf = new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64'));
    expect(leaf.subject).toBe('C=CN\nO=zhuzhou\nCN=株洲市公安局');
    expect(leaf.issuer).toContain('CN=湖南省电子证照信任根');
    expect([leaf.validFrom, leaf.validTo]).toEqual(['Mar  1 00:00:00 2026 GMT', 'Feb 28 23:59:59 2027 GMT']);
    expect(leaf.ca).toBe(false);
  });

  it('certifies a node’s access key to the node’s address and host', async () => {
    const { names } = await verify(await world.chains().chainOf(accessKey.kid));
    expect(names).toEqual([`URI:${cities.zhuzhou.url}`, 'IP Address:127.0.0.1']);
  });

  it('makes each certificate once, however many ask at once and over a restart; the log tells of it', async () => {
    const chains = world.chains();
    const asked = await Promise.all([1, 2, 3].map(() => chains.chainOf(credentialKey.kid)));
    expect(new Set(asked.map(([leaf]) => leaf)).size).toBe(1);
    expect(await world.chains().chainOf(credentialKey.kid)).toEqual(asked[0]);
    expect(await world.chains().root()).toBe(await chains.root());
    const made: unknown[] = await world.database.reads.query(
      `select * from audit_entry where action = 'x509.certificate-issued'`,
    );
    expect(made).toHaveLength(2);
  });

  it('certifies anew when a key’s period changes', async () => {
    const before = await world.chains().chainOf(credentialKey.kid);
    world.clock.advance(1000);
    const shorter = { ...credentialKey, validUntil: '2026-09-01T00:00:00.000Z' };
    await world.state([await stated({ keys: [shorter] })]);
    const after = await world.chains().chainOf(credentialKey.kid);
    expect(after).not.toEqual(before);
    expect(await verify(after)).toMatchObject({ notAfter: new Date('2026-08-31T23:59:59Z') });
  });

  it('knows no key that no node states', async () => {
    await expect(world.chains().chainOf('x'.repeat(43))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    world.clock.advance(1000);
    await world.state([await stated()]);
    await expect(world.chains().chainOf(accessKey.kid)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('makes chains that a reader refuses when they are over, not yet begun, made out to another or under another root', async () => {
    const x5c = await world.chains().chainOf(credentialKey.kid);
    const refused = async (reading: Promise<unknown>) =>
      reading.then(
        () => 'accepted',
        ({ reason }: { reason?: string }) => reason,
      );
    expect(await refused(verify(x5c, '2027-03-01T00:00:01Z'))).toBe('EXPIRED');
    expect(await refused(verify(x5c, '2026-02-28T00:00:00Z'))).toBe('NOT_YET_VALID');
    expect(await refused(verify(x5c, undefined, { uri: `${cities.changsha.url}/issuers/x` }))).toBe('ISSUER_MISMATCH');
    const other = await trustWorld(kind);
    expect(await refused(verify(x5c, undefined, { root: await rootPem(other) }))).toBe('X509_CHAIN_UNTRUSTED');
    await other.drop();
    expect(await refused(verify([await world.chains().root()]))).toBe('KEY_PURPOSE_WRONG');
    expect(await refused(verify([...x5c, ...x5c]))).toBe('X509_CHAIN_UNTRUSTED');
    expect(await refused(verify([]))).toBe('X509_CHAIN_MALFORMED');
    expect(await refused(verify([`${x5c[0]}AA`]))).toBe('X509_CHAIN_MALFORMED');
    const der = Buffer.from(x5c[0] ?? '', 'base64');
    der[der.length - 1]! ^= 1;
    expect(await refused(verify([der.toString('base64')]))).toBe('X509_CHAIN_UNTRUSTED');
  });
});
