import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

const changsha = '430100';
const item = 'pension-transfer-resident';
const holder = { as: 'zz-citizen-1' };
const reviewer = { as: 'cs-reviewer-social-1' };
const legalBasis = '《国务院关于在线政务服务的若干规定》第七条';
const useIt = `mutation ($input: UseCertificateByFunctionInput!) {
  useCertificateByFunction(input: $input) { use channel claims type { key } item { key } issuer { division } }
}`;

interface Held {
  id: string;
  type: { key: string };
}

/** The holder files online in Changsha, with the identity card and the register. */
async function file(world: World): Promise<string> {
  const { myCertificates } = await world.data<{ myCertificates: { edges: { node: Held }[] } }>(
    '{ myCertificates(first: 100) { edges { node { id type { key } } } } }',
    {},
    holder,
  );
  const held = (key: string) => myCertificates.edges.find(({ node }) => node.type.key === key)?.node.id;
  const document = { name: 'form.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 2048 };
  const { submitApplication } = await world.data<{ submitApplication: { id: string } }>(
    'mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { id } }',
    {
      input: {
        ...{ item, division: changsha, applicantName: '申请人', idempotencyKey: 'by-function' },
        materials: [
          { requirement: 'identity', certificate: held('resident-identity-card') },
          { requirement: 'household-register', certificate: held('household-register') },
          { requirement: 'application-form', document },
        ],
      },
    },
    holder,
  );
  return submitApplication.id;
}

describe('a Changsha reviewer uses a Zhuzhou citizen’s certificate in the exercise of duty', () => {
  let world: World;
  let application: string;

  beforeAll(async () => {
    world = await createWorld();
    application = await file(world);
  }, 60_000);
  afterAll(() => world.close());

  const input = (more: object = {}) => ({
    application,
    item,
    certificateType: 'household-register',
    legalBasis,
    ...more,
  });

  it('found by its kind in another city, with the claims of the material alone', async () => {
    const { useCertificateByFunction: used } = await world.data<{ useCertificateByFunction: object }>(
      useIt,
      { input: input() },
      reviewer,
    );
    expect(used).toMatchObject({
      channel: 'FUNCTION',
      item: { key: item },
      issuer: { division: expect.stringMatching(/^4302/) },
    });
  });

  it('who reads the officer’s role and the legal basis beside the use of the filing', async () => {
    const { myCertificateUses } = await world.data<{
      myCertificateUses: { edges: { node: { channel: string; caseReference: string } }[] };
    }>(
      '{ myCertificateUses(first: 10) { edges { node { channel clerkRole legalBasis caseReference type { key } receipt } } } }',
      {},
      holder,
    );
    const uses = myCertificateUses.edges.map(({ node }) => node).filter((use) => use.caseReference === application);
    expect(uses.map(({ channel }) => channel).sort()).toEqual(['CASE', 'CASE', 'FUNCTION']);
    expect(uses.find(({ channel }) => channel === 'FUNCTION')).toMatchObject({
      ...{ clerkRole: 'reviewer', legalBasis, type: { key: 'household-register' } },
      receipt: expect.stringContaining('.'),
    });
  });

  it.each([
    ['no legal basis', { legalBasis: '' }, reviewer, { code: 'BAD_INPUT', field: 'input.legalBasis' }],
    ['another item', { item: 'passport-renewal' }, reviewer, { code: 'BAD_INPUT', field: 'input.item' }],
    ['an officer of another authority', {}, { as: 'cs-reviewer-police-1' }, { code: 'APPLICATION_UNKNOWN' }],
    ['an officer of another city', {}, { as: 'zz-reviewer-social-1' }, { code: 'APPLICATION_UNKNOWN' }],
    ['the holder', {}, holder, { code: 'FORBIDDEN' }],
  ])('but not with %s', async (_, more, as, extensions) => {
    const { errors } = await world.ask(useIt, { input: input(more) }, as);
    expect(errors).toMatchObject([{ extensions }]);
  });
});
