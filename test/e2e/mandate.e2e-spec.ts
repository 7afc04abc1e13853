import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

const item = 'pension-transfer-resident';

interface Held {
  myCertificates: { edges: { node: { id: string; type: { key: string } } }[] };
}
interface Uses {
  myCertificateUses: { edges: { node: { purpose: string; caseReference: string; claims: string[] } }[] };
}

const grant = `mutation ($input: GrantMandateInput!) {
  grantMandate(input: $input) { id state principalName agentName items { key name } validUntil }
}`;
const submit = `mutation ($input: SubmitApplicationInput!) {
  submitApplication(input: $input) { id applicantName agentName state }
}`;
const uses = '{ myCertificateUses(first: 20) { edges { node { purpose caseReference claims } } } }';

describe('a Zhuzhou citizen files in Xiangtan for a Changsha citizen', () => {
  let world: World;
  let mandate: string;
  let filed: string;
  const principal = { as: 'cs-citizen-1', language: 'en' };
  const agent = { as: 'zz-citizen-1', language: 'en' };

  beforeAll(async () => {
    world = await createWorld();
  }, 60_000);
  afterAll(() => world.close());

  const materials = async () => {
    const held = await world.data<Held>(
      '{ myCertificates(first: 100) { edges { node { id type { key } } } } }',
      {},
      principal,
    );
    const of = (key: string) => held.myCertificates.edges.find(({ node }) => node.type.key === key)?.node.id;
    const document = { name: 'form.pdf', mediaType: 'application/pdf', size: 2048, sha256: '9f'.repeat(32) };
    return [
      { requirement: 'identity', certificate: of('resident-identity-card') },
      { requirement: 'household-register', certificate: of('household-register') },
      { requirement: 'application-form', document },
    ];
  };
  const filing = async (more: object = {}) => ({
    input: { item, division: '430300', applicantName: 'x', materials: await materials(), ...more },
  });

  it('is refused to who has no mandate', async () => {
    const { errors } = await world.ask(submit, await filing(), agent);
    expect(errors[0]?.extensions).toMatchObject({ code: 'CERTIFICATE_NOT_YOURS' });
  });

  it('needs a mandate, which the principal grants for one item and a term, in the principal’s own city', async () => {
    const { holderIdNumber: idNumber } = await world.persona('zz-citizen-1');
    const { grantMandate } = await world.data<{ grantMandate: { id: string } }>(
      grant,
      {
        input: {
          ...{ division: '430100', principalName: '委托人', items: [item], cities: ['430300'] },
          agent: { name: '受托人', idType: 'RESIDENT_ID', idNumber },
          validUntil: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
        },
      },
      principal,
    );
    mandate = grantMandate.id;
    expect(grantMandate).toMatchObject({ state: 'ACTIVE', agentName: '受托人', items: [{ key: item }] });
    const received = await world.data('{ myMandates(as: AGENT) { edges { node { id } } } }', {}, agent);
    expect(received).toEqual({ myMandates: { edges: [{ node: { id: mandate } }] } });
  });

  it('names the principal as the applicant, and the principal sees each use with the mandate as its purpose', async () => {
    const { submitApplication } = await world.data<{ submitApplication: { id: string } }>(
      submit,
      await filing({ mandate }),
      agent,
    );
    filed = submitApplication.id;
    expect(submitApplication).toMatchObject({ applicantName: '委托人', agentName: '受托人', state: 'SUBMITTED' });
    const { myCertificateUses } = await world.data<Uses>(uses, {}, principal);
    const ours = myCertificateUses.edges.filter(({ node }) => node.caseReference === filed);
    expect(ours.map(({ node }) => node.purpose)).toEqual([mandate, mandate]);
  });

  it('is over the moment the principal revokes it: nothing new is filed and nothing more done on the case', async () => {
    await world.data(
      'mutation ($id: ID!) { endMandate(input: { mandate: $id }) { state } }',
      { id: mandate },
      principal,
    );
    const again = await world.ask(submit, await filing({ mandate }), agent);
    expect(again.errors[0]?.extensions).toMatchObject({ code: 'MANDATE_ENDED', field: 'input.mandate' });
    const withdraw = 'mutation ($id: ID!) { withdrawApplication(input: { application: $id }) { state } }';
    const byAgent = await world.ask(withdraw, { id: filed }, agent);
    expect(byAgent.errors[0]?.extensions).toMatchObject({ code: 'MANDATE_ENDED', field: 'input.application' });
    const byPrincipal = await world.data(withdraw, { id: filed }, principal);
    expect(byPrincipal).toEqual({ withdrawApplication: { state: 'WITHDRAWN' } });
  });

  it('is never given for what needs the person', async () => {
    const found = await world.data<{ serviceItems: { edges: { node: { key: string; presenceRequired: boolean } }[] } }>(
      '{ serviceItems(first: 100) { edges { node { key presenceRequired } } } }',
    );
    const personal = found.serviceItems.edges.find(({ node }) => node.presenceRequired)?.node.key;
    const input = {
      ...{ division: '430100', principalName: '委托人', items: [personal] },
      agent: { name: '受托人', idType: 'RESIDENT_ID', idNumber: '43019919900115027X' },
      validUntil: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    };
    const { errors } = await world.ask(grant, { input }, principal);
    expect(errors[0]?.extensions).toMatchObject({ code: 'MANDATE_NOT_ALLOWED', field: 'input.items' });
  });
});
