import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

const zhuzhou = '430200';
const officer = { as: 'zz-officer-1', language: 'en' };

interface Held {
  id: string;
  identifier: string;
  serial: string;
  version: number;
  status: string;
  replaces: string | null;
  ownerCount: number;
  credential: string | null;
  claims: Record<string, unknown>;
  type: { key: string };
}

const fields = 'id identifier serial version status replaces ownerCount credential claims type { key }';

describe('certificates that officers issue and change, in three cities', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  }, 60_000);
  afterAll(() => world.close());

  const held = async (as: string): Promise<Held[]> => {
    const { myCertificates } = await world.data<{ myCertificates: { edges: { node: Held }[] } }>(
      `{ myCertificates(first: 100) { edges { node { ${fields} } } } }`,
      {},
      { as },
    );
    return myCertificates.edges.map(({ node }) => node);
  };
  const certify = (field: string, input: object, as = officer) => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${fields} } }`;
    return world.ask<Record<string, Held>>(document, { input }, as);
  };
  const outcome = async (credential: string | null): Promise<string> => {
    const { verifyCredential } = await world.data<{ verifyCredential: { outcome: string } }>(
      'query ($credential: String!) { verifyCredential(credential: $credential) { outcome } }',
      { credential },
    );
    return verifyCredential.outcome;
  };
  const person = async (id: string) => {
    const { name, holderIdNumber: idNumber } = await world.persona(id);
    return { name, idType: 'RESIDENT_ID', idNumber };
  };

  /** The first citizen of a city who holds such a certificate. */
  const holderOf = async (city: string, wanted: (certificate: Held) => boolean): Promise<[string, Held]> => {
    for (let number = 1; number <= 30; number++) {
      const as = `${city}-citizen-${number}`;
      const certificate = (await held(as)).find(wanted);
      if (certificate) return [as, certificate];
    }
    throw new Error(`nobody in ${city} holds it`);
  };

  it('shows the seeded home of a married couple to both, and lets neither use it alone', async () => {
    const [owner, home] = await holderOf(
      'cs',
      ({ type, ownerCount }) => type.key === 'real-estate-ownership-certificate' && ownerCount === 2,
    );
    const spouses = (await held(`${owner}-spouse`)).find(({ id }) => id === home.id);
    expect(spouses?.credential).toBe(home.credential);
    expect(await outcome(home.credential)).toBe('VALID');
    expect((await held('xt-citizen-2')).map(({ id }) => id)).not.toContain(home.id);
    const { evidence } = await world.data<{
      evidence: { materials: { key: string; certificates: { verdict: string; certificate: { id: string } }[] }[] };
    }>(
      `{ evidence(item: "hukou-migration-home-purchase", city: "430100") {
        materials { key certificates { verdict certificate { id } } }
      } }`,
      {},
      { as: owner },
    );
    const found = evidence.materials.flatMap(({ certificates }) => certificates);
    expect(found.find(({ certificate }) => certificate.id === home.id)?.verdict).toBe('JOINTLY_OWNED');
  });

  it('issues a home to two people who are no couple, in shares, and each finds it', async () => {
    const { data, errors } = await certify('createCertificate', {
      division: zhuzhou,
      type: 'real-estate-ownership-certificate',
      holder: await person('zz-citizen-1'),
      share: '1/2',
      coOwners: [{ person: await person('xt-citizen-1'), share: '1/2' }],
      claims: {
        ...{
          location: '株洲市示例路1号',
          co_ownership: '按份共有',
          right_type: '房屋所有权',
          right_nature: '市场化商品房',
        },
        ...{ use: '城镇住宅用地/住宅', area: 88.5, use_term: '至 2086-01-01', valid_from: '2026-01-01' },
        real_estate_unit_code: '430299001001GB00001F00000001',
      },
      reason: '不动产转移登记',
    });
    expect(errors).toEqual([]);
    const home = data?.['createCertificate'];
    expect(home).toMatchObject({ ownerCount: 2, version: 1, credential: null });
    for (const as of ['zz-citizen-1', 'xt-citizen-1']) {
      const own = (await held(as)).find(({ id }) => id === home?.id);
      expect(await outcome(own?.credential ?? null)).toBe('VALID');
    }
  });

  it('changes a certificate: one version ends as the next begins', async () => {
    const [holder, register] = await holderOf(
      'zz',
      ({ id, type, status }) =>
        type.key === 'household-register' && id.startsWith('cert_430200_') && status === 'VALID',
    );
    expect(await outcome(register.credential)).toBe('VALID');
    const { data, errors } = await certify('supersedeCertificate', {
      certificate: register.id,
      claims: { registered_address: '株洲市示例路2号' },
      reason: '住址变更',
    });
    expect(errors).toEqual([]);
    const next = data?.['supersedeCertificate'];
    expect(next).toMatchObject({ serial: register.serial, version: 2, replaces: register.id });
    expect(next?.identifier).not.toBe(register.identifier);
    const own = (await held(holder)).filter(({ serial }) => serial === register.serial);
    expect(own.map(({ version, status }) => `${version} ${status}`).sort()).toEqual(['1 SUPERSEDED', '2 VALID']);
    expect(await outcome(register.credential)).toBe('INVALID');
    expect(await outcome(own.find(({ version }) => version === 2)?.credential ?? null)).toBe('VALID');
  });

  it('refuses who may not issue, and what is none of the holder’s', async () => {
    const input = {
      ...{ division: zhuzhou, type: 'household-register', claims: {}, reason: '补录' },
      holder: await person('zz-citizen-3'),
    };
    const stranger = await certify('createCertificate', input, { ...officer, as: 'cs-officer-1' });
    expect(stranger.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const market = await certify('createCertificate', input, { ...officer, as: 'zz-officer-market-1' });
    expect(market.errors[0]?.extensions).toMatchObject({ code: 'ISSUER_NOT_ENTITLED' });
    const bad = { ...input, holder: { ...input.holder, idNumber: '430299199001011234' } };
    const { errors } = await certify('createCertificate', bad);
    expect(errors[0]?.extensions).toMatchObject({ field: 'input.holder.idNumber' });
  });
});
