import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  issueCredential,
  type IssuerKey,
  issueStatusListToken,
  issuerUri,
  readStatus,
  StatusList,
  TrustList,
  verifyCredential,
} from '#libs/credential';
import { verifyAuditChain } from '#libs/exchange';
import { createCertificateIdentifier, FixedClock, SystemRandom } from '#libs/kernel';
import { openTestDatabase, type TestDatabase, testDatabases } from '#libs/persistence';
import { NodeContext } from '../node-context/index.js';
import { certificateSchema } from '../testing/certificate-world.js';
import { authorityOf, testCatalogue, zhuzhou } from '../testing/test-catalogue.js';
import { AuthorityKey } from './authority-key.entity.js';
import { IssuerKeys } from './issuer-keys.js';
import { keyPeriods } from './key-periods.js';
import { KeySeal } from './key-seal.js';
import { statedIssuers } from './stated-issuers.js';

const day = 86_400_000;
const url = 'http://127.0.0.1:4200';
const listUri = `${url}/status-lists/1`;
const authority = authorityOf[zhuzhou] ?? '';
const type = { key: 'household-register', code: '11430099MXG000018P001' };
const serial = { typeCode: type.code, issuer: authority, serial: '20260001', version: 1 };
const identifier = createCertificateIdentifier(serial).value;
/** For so many days a verifier may rest on an old trust list. */
const stale = 7;

describe.each(testDatabases())('a rehearsal of three years of keys on %s', (kind) => {
  let test: TestDatabase;
  let clock: FixedClock;
  let node: NodeContext;
  let keys: IssuerKeys;
  let lists: TrustList[];

  beforeEach(async () => {
    test = await openTestDatabase(kind, certificateSchema);
    clock = new FixedClock('2026-03-02T02:00:00.500Z');
    const facts = { division: zhuzhou, mode: 'sandbox', url } as const;
    node = new NodeContext({
      ...facts,
      clock,
      random: new SystemRandom(),
      holderKey: new Uint8Array(32),
      registryUrl: 'http://127.0.0.1:4010',
    });
    keys = newKeys();
    await keys.prepare();
    lists = [];
    await state();
  });
  afterEach(() => test.drop());

  const newKeys = () => {
    const nodeKey = { kty: 'EC', crv: 'P-256', d: 'c2VjcmV0' };
    return new IssuerKeys(test.database, testCatalogue(zhuzhou), node, new KeySeal(nodeKey, node.random));
  };
  /** The registry takes up the statement. */
  const state = async (): Promise<void> => {
    const facts = { name: '株洲市公安局', division: zhuzhou, level: 'municipal', types: [type.key] };
    const issuers = statedIssuers(keys.all(), url).map((each) => ({
      ...facts,
      ...each,
      uri: issuerUri(url, each.authority),
    }));
    lists.push(new TrustList({ version: lists.length + 1, issuedAt: clock.now().toISOString(), issuers }));
    await keys.stated(keys.all().map(({ kid }) => kid));
  };
  const issue = (issuer: IssuerKey) =>
    issueCredential(
      {
        ...{ issuer, vct: 'urn:type', identifier, claims: { name: '林一' }, disclosable: ['name'] },
        ...{ validFrom: clock.now(), status: { uri: listUri, index: 3 } },
      },
      node,
    );
  const publish = async (key: IssuerKey) => {
    const publication = { uri: listUri, key, ttlSeconds: 60, lifetimeSeconds: 600 };
    const token = await issueStatusListToken(new StatusList(1024), publication, { clock });
    return async () => new Response(token);
  };
  const verify = async (credential: string, trustList: TrustList | undefined, fetch: () => Promise<Response>) => {
    const report = await verifyCredential(credential, {
      trustList: trustList ?? new TrustList({ version: 1, issuedAt: '2026-01-01T00:00:00Z', issuers: [] }),
      typeOf: () => type,
      clock,
      readStatus: (reference, issuer) => readStatus(reference, issuer, { fetch, clock }),
    });
    const objection = report.checks.find(({ result }) => result !== 'passed');
    return objection ? `${objection.name} ${objection.reason}` : report.outcome;
  };

  it('on every day: whatever was signed before stays valid, what is signed now is valid for who has an old trust list, and no old key signs on', async () => {
    const byDay: (TrustList | undefined)[] = [];
    const kept: string[] = [];
    const signers = new Map<string, { key: IssuerKey; until: Date }>();
    const statusKids = new Set<string>();
    for (let today = 0; today < 3 * 365; today++) {
      if (await keys.rotate()) await state();
      byDay.push(lists.at(-1));
      const oldList = byDay[Math.max(0, today - stale)];
      const [signer, statusKey] = await Promise.all([keys.keyOf(authority), keys.statusKey()]);
      await keys.accessKey();
      statusKids.add(statusKey.kid);
      const until = keys.all().find(({ kid }) => kid === signer.kid)?.validUntil ?? new Date(0);
      const fetch = await publish(statusKey);
      const credential = await issue(signer);
      const seen = [await verify(credential, lists.at(-1), fetch), await verify(credential, oldList, fetch)];
      signers.set(signer.kid, { key: signer, until });
      if (today % 10 === 0) kept.push(credential);
      seen.push(await verify(kept[(today * 7) % kept.length] ?? '', lists.at(-1), fetch));
      expect([today, ...seen]).toEqual([today, 'valid', 'valid', 'valid']);
      for (const old of signers.values()) {
        if (clock.now() < old.until) continue;
        const late = await verify(await issue(old.key), lists.at(-1), fetch);
        expect([today, late]).toEqual([today, 'issuerKeyPeriod KEY_OUT_OF_PERIOD']);
      }
      clock.advance(day);
    }
    clock.advance(-day);
    const fetch = await publish(await keys.statusKey());
    for (const credential of kept) expect(await verify(credential, lists.at(-1), fetch)).toBe('valid');
    expect([signers.size, statusKids.size]).toEqual([4, 14]);
  }, 120_000);

  it('leaves a trace in the log, and no private half of a key that has signed its last', async () => {
    const [before, statusBefore] = await Promise.all([keys.keyOf(authority), keys.statusKey()]);
    for (let days = 0; days < 400; days += 5, clock.advance(5 * day)) if (await keys.rotate()) await state();
    const rows = await test.database.reads.find(AuthorityKey);
    const over = rows.filter(({ validUntil }) => validUntil && validUntil <= clock.now());
    expect(over.map(({ kid }) => kid)).toEqual(expect.arrayContaining([before.kid, statusBefore.kid]));
    expect(over.every(({ sealedKey }) => sealedKey === '')).toBe(true);
    const stated = keys.all().map(({ kid }) => kid);
    expect(stated).toContain(before.kid);
    expect(stated).not.toContain(statusBefore.kid);
    expect(await verifyAuditChain(test.database.reads)).toMatchObject({ intact: true });
    const told: { action: string }[] = await test.database.reads.query('select action from audit_entry');
    expect(told.filter(({ action }) => action === 'issuer-keys.made').length).toBeGreaterThan(4);
    expect(told.filter(({ action }) => action === 'issuer-keys.retired').length).toBeGreaterThan(4);
  });

  it('goes on after a restart, and a key that the registry has not accepted does not take over while another can sign', async () => {
    const first = await keys.keyOf(authority);
    clock.advance((keyPeriods.credential.signs - 1) * day);
    await keys.rotate();
    expect((await keys.keyOf(authority)).kid).toBe(first.kid);
    clock.advance(day - 30_000);
    const restarted = newKeys();
    await restarted.prepare();
    expect((await restarted.keyOf(authority)).kid).toBe(first.kid);
    await restarted.stated(restarted.all().map(({ kid }) => kid));
    const second = await restarted.keyOf(authority);
    expect(second.kid).not.toBe(first.kid);
    keys = newKeys();
    await keys.prepare();
    expect((await keys.keyOf(authority)).kid).toBe(second.kid);
    clock.advance(60_000);
    await keys.rotate();
    expect((await keys.keyOf(authority)).kid).toBe(second.kid);
  });
});
