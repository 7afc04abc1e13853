import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type AnswerError, type World } from '#libs/testing';

const xiangtan = '430300';
const item = 'pension-transfer-resident';
const form = {
  requirement: 'application-form',
  document: { name: 'f.pdf', mediaType: 'application/pdf', sha256: 'b'.repeat(64), size: 9 },
};

const submit = 'mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { id } }';
const receive = 'mutation ($input: ReceiveApplicationInput!) { receiveApplication(input: $input) { id } }';

interface Holdings {
  myCertificates: { edges: { node: { id: string; type: { key: string } } }[] };
}

describe('bad input', () => {
  let world: World;
  let mine: Map<string, string>;
  let another: Map<string, string>;

  const holdings = async (as: string): Promise<Map<string, string>> => {
    const query = '{ myCertificates(first: 100) { edges { node { id type { key } } } } }';
    const { myCertificates } = await world.data<Holdings>(query, {}, { as });
    return new Map(myCertificates.edges.map(({ node }) => [node.type.key, node.id]));
  };
  const filing = (change: Record<string, unknown> = {}): { input: Record<string, unknown> } => ({
    input: {
      item,
      division: xiangtan,
      applicantName: '申请人',
      materials: [
        { requirement: 'identity', certificate: mine.get('resident-identity-card') },
        { requirement: 'household-register', certificate: mine.get('household-register') },
        form,
      ],
      ...change,
    },
  });
  const materials = (register: string | undefined): object[] => [
    { requirement: 'identity', certificate: mine.get('resident-identity-card') },
    ...(register ? [{ requirement: 'household-register', certificate: register }] : []),
    form,
  ];
  const refusal = async (
    variables: object,
    language = 'en',
    query = submit,
    as = 'cs-citizen-1',
  ): Promise<AnswerError> => {
    const { errors } = await world.ask(query, variables as Record<string, unknown>, { as, language });
    expect(errors).toHaveLength(1);
    return errors[0]!;
  };
  const intake = async (change: Record<string, unknown>): Promise<{ input: Record<string, unknown> }> => {
    const [clerk, citizen] = await Promise.all([world.persona('cs-window-1'), world.persona('cs-citizen-2')]);
    const applicant = { name: citizen.name, idType: 'RESIDENT_ID', idNumber: citizen.holderIdNumber };
    const papers = ['identity', 'household-register', 'application-form'].map((requirement) => ({
      requirement,
      paper: true,
    }));
    return { input: { window: clerk.window, division: '430200', item, applicant, materials: papers, ...change } };
  };

  beforeAll(async () => {
    world = await createWorld();
    [mine, another] = await Promise.all([holdings('cs-citizen-1'), holdings('cs-citizen-3')]);
  }, 60_000);
  afterAll(() => world.close());

  /** Whatever was refused above left nothing behind: no application, no intake. */
  afterEach(async () => {
    const { myApplications } = await world.data<{ myApplications: { totalCount: number } }>(
      '{ myApplications { totalCount } }',
      {},
      { as: 'cs-citizen-1' },
    );
    const { intakes } = await world.data<{ intakes: { totalCount: number } }>(
      'query ($window: ID!) { intakes(window: $window) { totalCount } }',
      { window: (await world.persona('cs-window-1')).window },
      { as: 'cs-window-1' },
    );
    expect([myApplications.totalCount, intakes.totalCount]).toEqual([0, 0]);
  });

  it('names a wrong check character, in the language of the caller', async () => {
    const { holderIdNumber = '' } = await world.persona('cs-citizen-2');
    const wrong = holderIdNumber.slice(0, 17) + (holderIdNumber.endsWith('1') ? '2' : '1');
    const variables = await intake({ applicant: { name: '甲', idType: 'RESIDENT_ID', idNumber: wrong } });
    for (const [language, text] of [
      ['en', /check character/i],
      ['zh-CN', /校验/],
      ['zh-TW', /校驗/],
    ] as const) {
      const error = await refusal(variables, language, receive, 'cs-window-1');
      expect(error.extensions).toMatchObject({ code: 'CHECK_CHARACTER_WRONG', field: 'input.applicant.idNumber' });
      expect(error.message).toMatch(text);
      expect(JSON.stringify(error)).not.toContain(wrong);
    }
  });

  it('names an unknown division', async () => {
    expect((await refusal(filing({ division: '430900' }))).extensions).toMatchObject({ field: 'input.division' });
    expect(
      (await refusal(await intake({ division: '430199' }), 'en', receive, 'cs-window-1')).extensions,
    ).toMatchObject({
      field: 'input.division',
    });
  });

  it('names an ID of another type', async () => {
    const { errors } = await world.ask(
      'query ($id: ID!) { application(id: $id) { id } }',
      { id: mine.get('household-register') },
      { as: 'cs-citizen-1' },
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'ID_OF_OTHER_TYPE', field: 'id' });
  });

  it('names an unknown item', async () => {
    const error = await refusal(filing({ item: 'no-such-item' }));
    expect(error.extensions).toMatchObject({ code: 'ITEM_UNKNOWN', field: 'input.item' });
  });

  it('refuses an expired token, and says what to do', async () => {
    const answer = await fetch(`${world.programs['identity']}/sandbox/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona: 'cs-citizen-1', ttl: 60, age: 600 }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const { status, errors } = await world.ask(submit, filing(), { token, language: 'en' });
    expect(status).toBe(401);
    expect(errors[0]?.extensions).toMatchObject({ code: 'TOKEN_EXPIRED', action: expect.any(String) });
  });

  it('refuses a filing without a token, and a token that is none', async () => {
    const anonymous = await world.ask(submit, filing());
    expect(anonymous.errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    const garbage = await world.ask(submit, filing(), { token: 'not.a.token' });
    expect(garbage.errors[0]?.extensions).toMatchObject({ code: 'TOKEN_INVALID' });
  });

  it("refuses another person's certificate, naming the material", async () => {
    const error = await refusal(filing({ materials: materials(another.get('household-register')) }));
    expect(error.extensions).toMatchObject({ code: 'CERTIFICATE_NOT_YOURS', field: 'input.materials.1.certificate' });
  });

  it('refuses a filing with a material missing, naming it', async () => {
    const error = await refusal(filing({ materials: materials(undefined) }));
    expect(error.extensions).toMatchObject({ code: 'MATERIAL_MISSING', field: 'input.materials' });
    expect(error.message).toMatch(/household register/i);
  });

  it('refuses a revoked certificate from another city', async () => {
    const register = mine.get('household-register');
    const revoke = 'mutation ($input: RevokeCertificateInput!) { revokeCertificate(input: $input) { status } }';
    const { revokeCertificate } = await world.data<{ revokeCertificate: { status: string } }>(
      revoke,
      { input: { certificate: register, reason: '信息有误' } },
      { as: 'zz-officer-1' },
    );
    expect(revokeCertificate.status).toBe('REVOKED');
    const error = await refusal(filing());
    expect(error.extensions).toMatchObject({ code: 'CERTIFICATE_REVOKED', field: 'input.materials.1.certificate' });
  });
});
