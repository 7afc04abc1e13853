import { beforeEach, describe, expect, it } from '@jest/globals';
import { createCredentialWorld, type CredentialWorld, objection } from '../testing/credential-world.js';
import { TrustList } from '../trust/trust-list.js';

const nextUpdate = '2026-03-08T00:00:00.000Z';

describe('a trust list that is over', () => {
  let world: CredentialWorld;
  let trustList: TrustList;

  beforeEach(async () => {
    world = await createCredentialWorld();
    trustList = new TrustList({ ...world.trustList().content, nextUpdate });
  });
  const later = async () => {
    world.clock.set(nextUpdate);
    await world.publish();
  };

  it('serves until its next update, and from then on makes nothing valid', async () => {
    const credential = await world.issue();
    world.clock.set('2026-03-07T23:59:59.999Z');
    await world.publish();
    expect((await world.verify(credential, { trustList })).outcome).toBe('valid');
    await later();
    const report = await world.verify(credential, { trustList });
    expect(report.outcome).toBe('undetermined');
    expect(report.checks.find(({ name }) => name === 'issuer')).toEqual({
      ...{ name: 'issuer', result: 'undetermined', reason: 'TRUST_LIST_EXPIRED', detail: nextUpdate },
    });
    expect(report.claims).toHaveProperty('name');
  });

  it('does not refuse what a newer list could allow: a new key, a new right', async () => {
    const unknown = await world.issue({ issuer: { ...world.zhuzhou.key, kid: 'new' } });
    const elsewhere = new TrustList({
      ...trustList.content,
      issuers: trustList.content.issuers.map((issuer) => ({ ...issuer, types: [] })),
    });
    const entitled = await world.issue();
    expect(objection(await world.verify(unknown, { trustList }))).toBe('issuer KEY_UNKNOWN');
    expect(objection(await world.verify(entitled, { trustList: elsewhere }))).toBe('entitlement ISSUER_NOT_ENTITLED');
    await later();
    expect((await world.verify(unknown, { trustList })).outcome).toBe('undetermined');
    expect((await world.verify(entitled, { trustList: elsewhere })).outcome).toBe('undetermined');
  });

  it('still refuses what no list could mend', async () => {
    const forged = `${(await world.issue()).split('.').slice(0, 2).join('.')}.${'A'.repeat(86)}~`;
    const revoked = await world.issue();
    world.list.set(42, 'revoked');
    await later();
    expect(objection(await world.verify(forged, { trustList }))).toBe('signature SIGNATURE_WRONG');
    expect(objection(await world.verify(revoked, { trustList }))).toBe('status REVOKED');
  });
});
