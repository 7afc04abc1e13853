import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyAuditChain } from '#libs/exchange';
import { expectNoSchemaDrift, testDatabases } from '#libs/persistence';
import {
  cities,
  issuesNothing,
  keyEntry,
  stated,
  strangersKey,
  type TrustWorld,
  trustWorld,
} from '../testing/trust-world.js';
import type { StatedIssuer } from './issuer-statement.js';

const { bureau, branch, url: nodeUrl } = cities.zhuzhou;

describe.each(testDatabases())('the trust list on %s', (kind) => {
  let world: TrustWorld;

  beforeEach(async () => {
    world = await trustWorld(kind);
  });
  afterEach(() => world.drop());

  it('has the schema its entities describe', () => expectNoSchemaDrift(world.database));

  it('learns an issuer from its node’s statement; what it may issue is the province’s word', async () => {
    expect(await world.accept.execute(await world.sign([await stated()]))).toEqual({ version: 1 });
    const list = await world.published.list();
    expect(list.issuerOf(bureau)?.entry).toMatchObject({
      name: '株洲市公安局',
      types: ['household-register'],
      uri: `${nodeUrl}/issuers/${bureau}`,
    });
  });

  it('makes a new version only when a statement says something new, and keeps the old ones', async () => {
    const issuer = await stated();
    const statement = await world.sign([issuer]);
    await Promise.all([world.accept.execute(statement), world.accept.execute(statement)]);
    world.clock.advance(60_000);
    expect(await world.accept.execute(await world.sign([issuer]))).toEqual({ version: 1 });
    expect(
      await world.accept.execute(await world.sign([{ ...issuer, keys: [...issuer.keys, await keyEntry()] }])),
    ).toEqual({
      version: 2,
    });
    expect((await world.published.signed()).version).toBe(2);
    expect((await world.published.signed(1)).version).toBe(1);
    expect((await world.published.list()).issuerOf(bureau)?.entry.keys).toHaveLength(2);
    expect(await verifyAuditChain(world.database.reads)).toMatchObject({ intact: true, entries: 2 });
  });

  it('refuses a statement that is not its node’s own', async () => {
    const issuers = [await stated()];
    const stranger = await strangersKey();
    const refused = async (statement: Promise<string>) => world.accept.execute(await statement);
    await expect(refused(world.sign(issuers, { key: stranger }))).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
    await expect(refused(world.sign(issuers, { typ: 'jwt' }))).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
    await expect(refused(world.sign(issuers, { iss: '430300' }))).rejects.toMatchObject({ code: 'SENDER_UNKNOWN' });
    await expect(refused(world.sign(issuers, { iss: '430100' }))).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
    await expect(world.accept.execute('no.token.here')).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
    await expect(world.published.signed()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses authorities of others and status lists at other addresses', async () => {
    const foreign = await stated({ authority: '11430399MXG0000187' });
    const elsewhere = await stated({ statusLists: ['http://127.0.0.1:42000/status-lists/'] });
    for (const issuer of [foreign, elsewhere]) {
      const statement = await world.sign([issuer]);
      await expect(world.accept.execute(statement)).rejects.toMatchObject({ code: 'ISSUER_NOT_ENTITLED' });
    }
  });

  it('lets no city sign as another: not for its authority, not at its address, not with its keys, not by its claims', async () => {
    const { changsha } = cities;
    const theirs = { authority: changsha.bureau, statusLists: [`${changsha.url}/status-lists/`] };
    const theirIssuer = await stated(theirs);
    const asChangsha = { iss: changsha.division, key: world.nodeKeys.changsha };
    await world.state([theirIssuer], asChangsha);
    const refusals: [string, unknown, string][] = [
      ['another city’s authority', await stated({ authority: changsha.bureau }), 'ISSUER_NOT_ENTITLED'],
      ['another city’s issuer as it is', theirIssuer, 'ISSUER_NOT_ENTITLED'],
      ['another city’s status list', await stated({ statusLists: theirs.statusLists }), 'ISSUER_NOT_ENTITLED'],
      [
        'its own and another’s',
        await stated({ statusLists: [`${nodeUrl}/a/`, ...theirs.statusLists] }),
        'ISSUER_NOT_ENTITLED',
      ],
      [
        'an address that only begins like its own',
        await stated({ statusLists: [`${nodeUrl}@127.0.0.1:4100/`] }),
        'ISSUER_NOT_ENTITLED',
      ],
      ['an address that leads out of its own', await stated({ statusLists: [`${nodeUrl}/../x/`] }), 'ENVELOPE_INVALID'],
      ['another city’s key', await stated({ keys: theirIssuer.keys }), 'ENVELOPE_INVALID'],
      ['an authority that issues nothing', await stated({ authority: issuesNothing }), 'ISSUER_NOT_ENTITLED'],
    ];
    for (const [what, issuer, code] of refusals) {
      const refusal = world.state([issuer as StatedIssuer]).then(
        () => 'accepted',
        ({ code: given }: { code?: string }) => given,
      );
      expect([what, await refusal]).toEqual([what, code]);
    }
    expect((await world.published.signed()).version).toBe(1);
    const claims = {
      uri: `${changsha.url}/issuers/${changsha.bureau}`,
      types: ['crown'],
      name: '长沙',
      division: '430100',
    };
    await world.state([{ ...(await stated()), ...claims }]);
    expect((await world.published.list()).issuerOf(bureau)?.entry).toMatchObject({
      ...{
        uri: `${nodeUrl}/issuers/${bureau}`,
        types: ['household-register'],
        name: '株洲市公安局',
        division: '430200',
      },
    });
  });

  it('lets no city state a key of another city as its own, for whatever purpose', async () => {
    const { changsha } = cities;
    const keys = await Promise.all((['credential', 'status', 'access'] as const).map((purpose) => keyEntry(purpose)));
    const theirs = { authority: changsha.bureau, statusLists: [`${changsha.url}/status-lists/`], keys };
    await world.state([await stated(theirs)], { iss: changsha.division, key: world.nodeKeys.changsha });
    for (const key of keys) {
      for (const purpose of ['credential', 'status', 'access'] as const) {
        const state = world.state([await stated({ keys: [await keyEntry(), { ...key, purposes: [purpose] }] })]);
        await expect(state).rejects.toMatchObject({ code: 'ENVELOPE_INVALID', params: { reason: 'kid' } });
      }
    }
    expect((await world.published.signed()).version).toBe(1);
  });

  it('refuses what was said before the last repetition too', async () => {
    const issuer = await stated();
    await world.state([issuer]);
    world.clock.advance(60_000);
    const heldBack = await world.sign([await stated()]);
    world.clock.advance(60_000);
    await world.state([issuer]);
    await expect(world.accept.execute(heldBack)).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
  });

  it('refuses a statement older than the one it knows', async () => {
    const old = await world.sign([await stated()]);
    world.clock.advance(60_000);
    await world.accept.execute(await world.sign([await stated()]));
    await expect(world.accept.execute(old)).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
  });

  it('refuses a statement from the future, which would make every later one an older one', async () => {
    const issuers = [await stated()];
    const ahead = await world.sign(issuers, { at: new Date('2286-11-20T17:46:39Z') });
    await expect(world.accept.execute(ahead)).rejects.toMatchObject({
      code: 'ENVELOPE_INVALID',
      params: { reason: 'iat' },
    });
    expect(await world.accept.execute(await world.sign(issuers))).toEqual({ version: 1 });
  });

  it('refuses what no trust list could hold, and stays as it was', async () => {
    const good = await stated();
    await world.accept.execute(await world.sign([good]));
    const [key] = good.keys;
    const bad: [string, unknown[]][] = [
      ['nothing in place of an issuer', [null]],
      ['a status list that is no address', [{ ...good, statusLists: [1] }]],
      ['a key without anything', [{ ...good, keys: [{}] }]],
      ['a private key', [{ ...good, keys: [{ ...key, jwk: { ...key?.jwk, d: 'x' } }] }]],
      ['an authority twice', [good, good]],
      ['a key twice', [{ ...good, keys: [key, { ...key, purposes: ['status'] }] }]],
      ['the key of another authority', [good, { ...good, authority: branch }]],
    ];
    for (const [what, issuers] of bad) {
      const refusal = world.accept.execute(await world.sign(issuers as StatedIssuer[])).then(
        () => 'accepted',
        ({ code }: { code?: string }) => code,
      );
      expect([what, await refusal]).toEqual([what, 'ENVELOPE_INVALID']);
    }
    expect((await world.published.signed()).version).toBe(1);
    expect((await world.published.list()).issuerOf(bureau)?.entry.keys).toEqual(good.keys);
  });

  it('is good for a week, and signed anew every day as a new version that says the same', async () => {
    expect(await world.renew.execute()).toBeUndefined();
    await world.state([await stated()]);
    const first = await world.published.list();
    expect(first.content.nextUpdate).toBe('2026-03-09T02:00:00.000Z');
    world.clock.advance(86_399_000);
    expect(await world.renew.execute()).toBeUndefined();
    world.clock.advance(1000);
    expect(await Promise.all([world.renew.execute(), world.renew.execute()])).toEqual([2, undefined]);
    const second = await world.published.list();
    expect(second.content).toEqual({
      ...first.content,
      ...{ version: 2, issuedAt: '2026-03-03T02:00:00.000Z', nextUpdate: '2026-03-10T02:00:00.000Z' },
    });
    expect((await world.published.signed(1)).version).toBe(1);
    expect(await verifyAuditChain(world.database.reads)).toMatchObject({ intact: true, entries: 2 });
  });
});
