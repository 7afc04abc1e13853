import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, logIn, type World } from '#libs/testing';

/** The item of the story: its result is a pension contribution voucher. */
const item = 'pension-transfer-resident';
const [changsha, zhuzhou, xiangtan] = ['430100', '430200', '430300'] as const;

interface HeldCertificate {
  id: string;
  type: { key: string };
}

interface Filed {
  id: string;
  applicationNo: string;
  state: string;
  item: { name: string };
  materials: { requirement: string; status: string; claims: Record<string, unknown> | null }[];
}

interface Evidence {
  unavailableCities: string[];
  materials: { key: string; satisfied: boolean; certificates: { certificate: { id: string }; usable: boolean }[] }[];
}

const byCase =
  'mutation ($input: INPUT!) { FIELD(input: $input) { state steps { event actor document { kind title mark } } } }';
const step = (field: string, input: string): string => byCase.replace('FIELD', field).replace('INPUT', input);

/** What the issuing officer states; name, number and authority come from the case. */
const resultClaims = {
  contribution_months: 96,
  account_balance: 31250.5,
  insured_division_code: xiangtan,
};

describe('a Changsha citizen files a Xiangtan item with a certificate issued in Zhuzhou instead of paper', () => {
  let world: World;
  let citizen: { token: string };
  let held: HeldCertificate[];
  let register: string;
  let application: Filed;
  let credential: string;

  beforeAll(async () => {
    world = await createWorld();
  }, 60_000);
  afterAll(() => world.close());

  it('logs in by OpenID Connect with a code and PKCE', async () => {
    citizen = { token: await logIn(world.programs['identity'] ?? '', 'cs-citizen-1') };
    const { myCertificates } = await world.data<{ myCertificates: { edges: { node: HeldCertificate }[] } }>(
      '{ myCertificates(first: 100) { edges { node { id type { key } } } } }',
      {},
      citizen,
    );
    held = myCertificates.edges.map(({ node }) => node);
    expect(held.length).toBeGreaterThanOrEqual(6);
  });

  it.each(['养老保险', '養老保險'])('finds the item by searching for %s', async (search) => {
    const { serviceItems } = await world.data<{ serviceItems: { edges: { node: { key: string } }[] } }>(
      'query ($search: String) { serviceItems(search: $search, first: 20) { edges { node { key name } } } }',
      { search },
    );
    expect(serviceItems.edges.map(({ node }) => node.key)).toContain(item);
  });

  it("reads the item's guide in three cities side by side", async () => {
    const { serviceItem } = await world.data<{
      serviceItem: { implementations: { code: string; division: string; committedDays: number }[] };
    }>(
      `query ($item: ID!, $cities: [DivisionCode!]) {
        serviceItem(key: $item) { key name implementations(cities: $cities) { code division committedDays } }
      }`,
      { item, cities: [changsha, zhuzhou, xiangtan] },
    );
    expect(serviceItem.implementations.map(({ division }) => division)).toEqual([changsha, zhuzhou, xiangtan]);
    expect(new Set(serviceItem.implementations.map(({ code }) => code)).size).toBe(3);
  });

  it('sees which materials certificates satisfy already, in all three cities', async () => {
    const evidence = await world.data<Record<'changsha' | 'zhuzhou' | 'xiangtan', Evidence>>(
      `query ($item: ID!) {
        changsha: evidence(item: $item, city: "${changsha}") { ...row }
        zhuzhou: evidence(item: $item, city: "${zhuzhou}") { ...row }
        xiangtan: evidence(item: $item, city: "${xiangtan}") { ...row }
      }
      fragment row on Evidence {
        unavailableCities
        materials { key satisfied certificates { usable certificate { id } issuer { name } } }
      }`,
      { item },
      citizen,
    );
    for (const { materials, unavailableCities } of Object.values(evidence)) {
      expect(unavailableCities).toEqual([]);
      expect(materials.filter(({ satisfied }) => satisfied).map(({ key }) => key)).toEqual([
        'identity',
        'household-register',
      ]);
    }
    const usable = evidence.xiangtan.materials.flatMap(({ certificates }) => certificates.filter((one) => one.usable));
    expect(usable.some(({ certificate }) => certificate.id.startsWith(`cert_${zhuzhou}_`))).toBe(true);
  });

  it('files in Xiangtan, with the household register from Zhuzhou', async () => {
    const idCard = held.find(({ type }) => type.key === 'resident-identity-card')?.id;
    register =
      held.find(({ id, type }) => type.key === 'household-register' && id.startsWith(`cert_${zhuzhou}_`))?.id ?? '';
    expect(register).toMatch(/^cert_430200_/);
    const { submitApplication } = await world.data<{ submitApplication: Filed }>(
      `mutation ($input: SubmitApplicationInput!) {
        submitApplication(input: $input) { id applicationNo state item { name } materials { requirement status claims } }
      }`,
      {
        input: {
          item,
          division: xiangtan,
          applicantName: '申请人',
          idempotencyKey: 'main-job',
          materials: [
            { requirement: 'identity', certificate: idCard },
            { requirement: 'household-register', certificate: register },
            {
              requirement: 'application-form',
              document: { name: 'form.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 2048 },
            },
          ],
        },
      },
      citizen,
    );
    application = submitApplication;
    expect(application.id).toMatch(/^app_430300_/);
    expect(application.applicationNo).toMatch(/^430300\d{16}$/);
    expect(application.state).toBe('SUBMITTED');
    expect(application.item.name).toBe('城乡居民基本养老保险关系转移接续');
    const material = application.materials.find(({ requirement }) => requirement === 'household-register');
    expect(material?.status).toBe('VERIFIED');
    expect(Object.keys(material?.claims ?? {}).sort()).toEqual(
      ['holder_id_number', 'holder_name', 'household_type', 'registered_address'].sort(),
    );
  });

  it('is accepted by one Xiangtan officer and decided by another', async () => {
    const input = { application: application.id };
    await world.data(step('acceptApplication', 'AcceptApplicationInput'), { input }, { as: 'xt-acceptance-social-1' });
    await world.data(step('startReview', 'StartReviewInput'), { input }, { as: 'xt-reviewer-social-1' });
    const decided = await world.data<{ decideApplication: { state: string } }>(
      step('decideApplication', 'DecideApplicationInput'),
      { input: { ...input, grant: true } },
      { as: 'xt-decider-social-1' },
    );
    expect(decided.decideApplication.state).toBe('GRANTED');
  });

  it('ends in the result certificate, delivered electronically', async () => {
    const { issueCertificate } = await world.data<{ issueCertificate: { state: string; steps: { event: string }[] } }>(
      step('issueCertificate', 'IssueCertificateInput'),
      { input: { application: application.id, claims: resultClaims } },
      { as: 'xt-officer-social-1' },
    );
    expect(issueCertificate.state).toBe('COMPLETED');
    expect(issueCertificate.steps.map(({ event }) => event)).toEqual([
      'SUBMIT',
      'ACCEPT',
      'START_REVIEW',
      'GRANT',
      'CERTIFY',
      'DELIVER',
      'COMPLETE',
    ]);
  });

  it('gives the citizen the credential', async () => {
    const { application: done } = await world.data<{
      application: { result: { credential: string; claims: Record<string, unknown>; type: { key: string } } };
    }>(
      'query ($id: ID!) { application(id: $id) { result { id credential claims type { key name } } } }',
      { id: application.id },
      citizen,
    );
    expect(done.result.type.key).toBe('pension-contribution-voucher');
    // Whatever name was typed in: the result says what the identity card says.
    const card = held.find(({ type }) => type.key === 'resident-identity-card');
    const { certificate } = await world.data<{ certificate: { claims: Record<string, unknown> } }>(
      'query ($id: ID!) { certificate(id: $id) { claims } }',
      { id: card?.id },
      citizen,
    );
    const { holder_name, holder_id_type, holder_id_number } = certificate.claims;
    expect(done.result.claims).toMatchObject({ ...resultClaims, holder_name, holder_id_type, holder_id_number });
    credential = done.result.credential;
    expect(credential.split('~')[0]?.split('.')).toHaveLength(3);
  });

  it('is verified at the gateway, by anybody', async () => {
    const { verifyCredential } = await world.data<{ verifyCredential: Record<string, unknown> }>(
      'query ($credential: String!) { verifyCredential(credential: $credential) { outcome checks { name result } } }',
      { credential },
    );
    expect(verifyCredential['outcome']).toBe('VALID');
    const [jws = '', ...disclosures] = credential.split('~');
    const forged = [`${jws.slice(0, -6)}AAAAAA`, ...disclosures].join('~');
    const refused = await world.data<{ verifyCredential: { outcome: string } }>(
      'query ($credential: String!) { verifyCredential(credential: $credential) { outcome } }',
      { credential: forged },
    );
    expect(refused.verifyCredential.outcome).toBe('INVALID');
  });

  it("leaves the use of the Zhuzhou certificate in the holder's record", async () => {
    const { myCertificateUses } = await world.data<{
      myCertificateUses: {
        edges: {
          node: {
            certificate: { id: string };
            item: { key: string };
            claims: string[];
            verifier: { division: string };
          };
        }[];
      };
    }>(
      `query ($certificate: ID) {
        myCertificateUses(certificate: $certificate, cities: ["${zhuzhou}"]) {
          edges { node { certificate { id } item { key } claims caseReference verifier { division } } }
        }
      }`,
      { certificate: register },
      citizen,
    );
    expect(myCertificateUses.edges).toHaveLength(1);
    expect(myCertificateUses.edges[0]?.node).toMatchObject({
      certificate: { id: register },
      item: { key: item },
      verifier: { division: xiangtan },
    });
  });
});
