import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RevokeCertificate } from '../certificate/index.js';
import {
  callerWith,
  type CertificateWorld,
  certificateWorld,
  holderCalling,
  lin,
  officerOf,
  wang,
} from '../testing/certificate-world.js';
import { xiangtan, zhuzhou } from '../testing/test-catalogue.js';
import { TestNetwork } from '../testing/test-network.js';
import { CountPaperFree } from './count-paper-free.js';
import { GatherEvidence } from './gather-evidence.js';
import { presentEvidence } from './present-evidence.js';

describe('the evidence for an item in Xiangtan', () => {
  let network: TestNetwork;
  let there: CertificateWorld;
  let here: CertificateWorld;
  beforeEach(async () => {
    network = new TestNetwork();
    there = await certificateWorld('sqlite', network, zhuzhou);
    here = await certificateWorld('sqlite', network, xiangtan);
  });
  afterEach(async () => {
    await Promise.all([there.drop(), here.drop()]);
  });

  const gather = (item = 'pension', caller = holderCalling(lin)) => here.get(GatherEvidence).execute(item, caller);
  const standings = async (item?: string) =>
    Object.fromEntries((await gather(item)).materials.map(({ material, standing }) => [material.key, standing]));

  it('finds what a certificate of another city satisfies, and why', async () => {
    const { id } = await there.issue();
    const { materials } = await gather();
    expect(materials.find(({ material }) => material.key === 'household')).toMatchObject({
      standing: 'SATISFIED',
      certificates: [{ found: { id, issuer: { division: zhuzhou } }, level: 'R3', verdict: 'USABLE' }],
    });
  });

  it('tells for every material of this kind of applicant how it stands', async () => {
    expect(await standings()).toEqual({
      household: 'MISSING',
      record: 'MISSING',
      spouse: 'HELD_BY_ANOTHER',
      form: 'TO_BE_SUPPLIED',
    });
  });

  it('tells why a certificate does not serve: not recognised for the item, expired, revoked', async () => {
    const verdict = async (item = 'pension', key = 'household') =>
      (await gather(item)).materials.find(({ material }) => material.key === key)?.certificates.at(-1)?.verdict;
    const { id } = await there.issue();
    expect(await verdict('school')).toBe('NOT_RECOGNISED');
    await here.issue({ type: 'no-crime-record', claims: {} });
    expect(await verdict('pension', 'record')).toBe('USABLE');
    here.clock.advance(31 * 86_400_000);
    there.clock.advance(31 * 86_400_000);
    expect(await verdict('pension', 'record')).toBe('EXPIRED');
    await there.get(RevokeCertificate).execute(officerOf(zhuzhou), { certificate: id, reason: '撤销登记' });
    expect(await verdict()).toBe('REVOKED');
  });

  it('shows nobody else’s certificates', async () => {
    await there.issue({ holder: wang });
    expect(await standings()).toMatchObject({ household: 'MISSING' });
    await expect(gather('pension', callerWith({ roles: ['reviewer'] }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('names a city that is down and does not call missing what it may hold', async () => {
    await network.cut(zhuzhou);
    const evidence = await gather();
    expect(evidence.unavailable).toEqual([zhuzhou]);
    expect(evidence.materials[0]).toMatchObject({ standing: 'UNDETERMINED' });
  });

  it('does not know items that the catalogue does not have', async () => {
    await expect(gather('unknown')).rejects.toMatchObject({ code: 'ITEM_UNKNOWN' });
  });

  it('counts the materials that need no paper, for this holder and for anybody', async () => {
    const shown = async () => presentEvidence(await gather(), here.catalogue);
    const before = await shown();
    expect(before.paperFreeShare).toEqual({ withoutPaper: 0, total: 4 });
    expect(before.missing.map(({ key, obtainableFrom }) => [key, obtainableFrom.length])).toEqual([
      ['household', 1],
      ['record', 1],
    ]);
    await there.issue();
    const after = await shown();
    expect(after.paperFreeShare).toEqual({ withoutPaper: 1, total: 4 });
    expect(after.missing.map(({ key }) => key)).toEqual(['record']);
    // Registers serve in Xiangtan wherever they were issued, the applicant's and the spouse's; criminal records do not.
    expect(here.get(CountPaperFree).ofItem('pension')).toEqual({ withoutPaper: 2, total: 5 });
    expect(here.get(CountPaperFree).ofItem('school')).toEqual({ withoutPaper: 0, total: 5 });
  });
});
