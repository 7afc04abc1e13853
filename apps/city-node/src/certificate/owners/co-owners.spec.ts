import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Holder, LocalDate } from '#libs/kernel';
import { testDatabases } from '#libs/persistence';
import { FindUses, RecordUse, RequestPresentation } from '../../certificate-use/index.js';
import { EndMandate, GrantMandate } from '../../mandate/index.js';
import { PersonIdType } from '../../person/index.js';
import {
  type CertificateWorld,
  certificateWorld,
  holderCalling,
  officerOf,
  wang,
} from '../../testing/certificate-world.js';
import { authorityOf, xiangtan, zhuzhou } from '../../testing/test-catalogue.js';
import { TestNetwork } from '../../testing/test-network.js';
import { FindCertificates } from '../find-certificates.js';
import { CreateCertificate } from '../issue/create-certificate.js';
import { SupersedeCertificate } from '../issue/supersede-certificate.js';
import { ReportCertificateLost } from '../steps/report-certificate-lost.js';

const numbers = ['43019919900115027X', '430199198402290121'] as const;
const names = ['张三', '林一'];

describe.each(testDatabases())('a home that two people own on %s', (kind) => {
  let network: TestNetwork;
  let world: CertificateWorld;
  let first: Holder;
  let second: Holder;
  let home: string;

  const person = (place: 0 | 1) => {
    return { name: names[place] ?? '', idType: PersonIdType.RESIDENT_ID, idNumber: numbers[place] };
  };
  const officer = officerOf(zhuzhou);
  const create = (coOwners: readonly { person: ReturnType<typeof person>; share?: string }[]) =>
    world.get(CreateCertificate).execute(officer, {
      type: 'real-estate-ownership-certificate',
      holder: person(0),
      share: '1/2',
      coOwners,
      claims: { location: '神农大道399号', co_ownership: '按份共有' },
      reason: '不动产登记',
    });
  const certificates = () => world.get(FindCertificates);
  /** The second owner lets the first use what they own together. */
  const agree = (item = 'home-purchase') =>
    world.get(GrantMandate).execute(holderCalling(second), {
      ...{ principalName: '林一', agent: person(0), items: [item], commitments: false },
      validUntil: '2026-12-31' as LocalDate,
    });

  beforeEach(async () => {
    network = new TestNetwork();
    world = await certificateWorld(kind, network, zhuzhou);
    [first, second] = numbers.map((number) => world.node.holderOf('111', number)) as [Holder, Holder];
    home = await create([{ person: person(1), share: '1/2' }]);
  });
  afterEach(() => world.drop());

  it('names both, and each finds and reads it', async () => {
    const record = await certificates().byId(home);
    expect(record.claims).toMatchObject({ owner_name: '张三、林一', owner_id_number: numbers[0] });
    expect([...(await certificates().ownersOf(record))].sort()).toEqual([first, second].sort());
    for (const holder of [first, second]) {
      const page = await certificates().page({ holder, first: 10 });
      expect(page).toMatchObject({ totalCount: 1, edges: [{ node: { id: home } }] });
      expect(await certificates().readable(home, holderCalling(holder))).toMatchObject({ id: home });
      expect(await certificates().readableOf([home], holderCalling(holder))).toMatchObject([{ id: home }]);
    }
  });

  it('is nobody else’s', async () => {
    expect((await certificates().page({ holder: wang, first: 10 })).totalCount).toBe(0);
    await expect(certificates().readable(home, holderCalling(wang))).rejects.toMatchObject({
      code: 'CERTIFICATE_NOT_YOURS',
    });
    expect(await certificates().readableOf([home], holderCalling(wang))).toEqual([null]);
  });

  it('is listed with the own certificates page by page, without those of others', async () => {
    for (let count = 0; count < 3; count++) {
      await world.issue({ holder: second });
      await world.issue({ holder: wang });
      await create([]);
    }
    await create([{ person: person(1) }]);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await certificates().page({ holder: second, first: 2, after });
      expect(page.totalCount).toBe(5);
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('stays theirs when a new version takes its place, and either reports it lost', async () => {
    const next = await world
      .get(SupersedeCertificate)
      .execute(officer, { certificate: home, claims: { location: '新华路1号' }, reason: '地址变更' });
    expect([...(await certificates().ownersOf(await certificates().byId(next)))].sort()).toEqual(
      [first, second].sort(),
    );
    const lost = { certificate: next, reason: '证照遗失' };
    await world.get(ReportCertificateLost).execute(holderCalling(second), lost);
    expect((await certificates().byId(next)).status).toBe('LOST');
  });

  it('serves an item when all apply or agree, not one alone; a home of one serves its owner', async () => {
    const user = await certificateWorld(kind, network, xiangtan);
    const use = (certificate: string, holder: Holder, agreements?: string[]) =>
      user.get(RequestPresentation).execute({
        ...{ certificate, holder, agreements, item: 'home-purchase' },
        caseReference: 'app_430300_01JCZ8Y4V5N3Q7R2T6W9X1A0BC',
        material: user.catalogue.material('home-purchase', 'home'),
        authority: authorityOf[xiangtan] ?? '',
      });
    try {
      for (const owner of [first, second]) {
        await expect(use(home, owner)).rejects.toMatchObject({ code: 'CERTIFICATE_JOINTLY_OWNED' });
      }
      await expect(use(home, wang)).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_YOURS' });
      const agreement = await agree();
      await expect(use(home, first, [await agree('pension')])).rejects.toMatchObject({ code: 'MANDATE_NOT_COVERING' });
      expect((await use(home, first, [agreement])).claims).toMatchObject({ owner_name: '张三、林一' });
      await world.get(EndMandate).execute(holderCalling(second), { mandate: agreement });
      await expect(use(home, first, [agreement])).rejects.toMatchObject({ code: 'MANDATE_ENDED' });
      expect((await use(await create([]), first)).claims).toMatchObject({ owner_name: '张三' });
    } finally {
      await user.drop();
    }
  });

  it('tells each of them who used it, and nobody else', async () => {
    const { identifier, type, holder } = await certificates().byId(home);
    const record = { certificate: home, identifier, type, holder, item: 'home-purchase' };
    const verifier = { verifierDivision: zhuzhou, verifierAuthority: authorityOf[zhuzhou] ?? '' };
    const { id } = await world.database.unitOfWork.run((tx) =>
      world.get(RecordUse).execute(tx, {
        ...{ id: world.node.newId('certificateUse'), side: 'GIVEN', ...record, ...verifier, claims: ['location'] },
        ...{ caseReference: 'app_430200_1', occasion: 'app_430200_1', purpose: 'application', channel: 'CASE' },
        ...{ clerk: null, clerkRole: null, legalBasis: null, mandate: null, result: 'PRESENTED', question: null },
        ...{ verifierName: { zhHans: '局', zhHant: '局', en: 'Office' }, usedAt: world.node.now() },
      }),
    );
    const uses = world.get(FindUses);
    for (const owner of [first, second]) {
      for (const certificate of [undefined, home]) {
        expect((await uses.page({ holder: owner, certificate, first: 5 })).edges).toMatchObject([{ node: { id } }]);
      }
      expect(await uses.readableOf([id], holderCalling(owner))).toMatchObject([{ id }]);
      expect((await uses.page({ holder: owner, certificate: 'cert_430200_other', first: 5 })).totalCount).toBe(0);
    }
    expect((await uses.page({ holder: wang, first: 5 })).totalCount).toBe(0);
    expect(await uses.readableOf([id], holderCalling(wang))).toEqual([null]);
  });

  it('names no owner twice', async () => {
    await expect(create([{ person: person(0) }])).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.coOwners',
    });
  });
});
