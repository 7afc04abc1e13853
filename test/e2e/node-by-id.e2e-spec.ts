import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

const province = '430000';
/** Each city with its citizen and its window clerk. */
const cities = [
  { city: '430100', prefix: 'cs' },
  { city: '430200', prefix: 'zz' },
  { city: '430300', prefix: 'xt' },
];
const divisions = [...cities.map(({ city }) => city), province];
/** What the province's node cannot have: it takes nothing in, and has no halls. */
const citiesOnly = ['Intake', 'Window', 'ServiceCentre'];

/** An object that somebody may read. */
interface Known {
  readonly type: string;
  readonly id: string;
  readonly as: string;
}

interface Held {
  myCertificates: { edges: { node: { id: string; type: { key: string } } }[] };
}

/** Makes, or finds, an object of every kind that has a global ID, at every node. */
class Objects {
  readonly known: Known[] = [];

  constructor(private readonly world: World) {}

  note(type: string, as: string, ids: readonly (string | undefined)[]): void {
    for (const id of ids) if (id) this.known.push({ type, id, as });
  }

  async guides(): Promise<void> {
    const guides = await this.world.data<Record<string, { id: string; windows: { id: string }[] }[]>>(
      `{ serviceCentres { id windows { id } }
         theirs: implementations(item: "pension-transfer-resident") { id windows { id } }
         its: implementations(item: "mandarin-score-query") { id windows { id } } }`,
    );
    this.note('ServiceCentre', 'cs-citizen-1', guides['serviceCentres']?.map(({ id }) => id) ?? []);
    this.note(
      'Implementation',
      'cs-citizen-1',
      [...(guides['theirs'] ?? []), ...(guides['its'] ?? [])].map(({ id }) => id),
    );
    const windows = guides['serviceCentres']?.flatMap((centre) => centre.windows) ?? [];
    this.note(
      'Window',
      'cs-citizen-1',
      windows.map(({ id }) => id),
    );
  }

  async certificates(as: string): Promise<(key: string) => string | undefined> {
    const held = await this.world.data<Held>(
      '{ myCertificates(first: 100) { edges { node { id type { key } } } } }',
      {},
      { as },
    );
    const all = held.myCertificates.edges.map(({ node }) => node);
    this.note(
      'Certificate',
      as,
      all.map(({ id }) => id),
    );
    return (key) => all.find(({ type }) => type.key === key)?.id;
  }

  /** One object, made by a mutation that takes `input`. */
  async make(type: string, field: string, as: string, input: object): Promise<string> {
    const made = await this.world.data<Record<string, { id: string }>>(
      `mutation ($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { id } }`,
      { input },
      { as, language: 'en' },
    );
    const id = made[field]?.id ?? '';
    this.note(type, as, [id]);
    return id;
  }

  async file(as: string, division: string): Promise<void> {
    const held = await this.certificates(as);
    const atProvince = division === province;
    const document = { name: 'form.pdf', mediaType: 'application/pdf', size: 2048, sha256: '9f'.repeat(32) };
    await this.make('Application', 'submitApplication', as, {
      ...{ division, item: atProvince ? 'mandarin-score-query' : 'pension-transfer-resident', applicantName: 'x' },
      materials: [
        { requirement: 'identity', certificate: held('resident-identity-card') },
        ...(atProvince ? [] : [{ requirement: 'household-register', certificate: held('household-register') }]),
        { requirement: 'application-form', document },
      ],
    });
  }

  async authorise(as: string, division: string): Promise<void> {
    const { holderIdNumber: idNumber } = await this.world.persona('zz-citizen-2');
    await this.make('Mandate', 'grantMandate', as, {
      ...{ division, principalName: 'x', items: ['pension-transfer-resident'] },
      agent: { name: 'y', idType: 'RESIDENT_ID', idNumber },
      validUntil: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    });
  }

  async takeIn(prefix: string): Promise<void> {
    const clerk = `${prefix}-window-1`;
    const [{ window }, { name, holderIdNumber: idNumber }] = [
      await this.world.persona(clerk),
      await this.world.persona(`${prefix}-citizen-2`),
    ];
    await this.make('Intake', 'receiveApplication', clerk, {
      ...{ window, division: '430200', item: 'pension-transfer-resident' },
      applicant: { name, idType: 'RESIDENT_ID', idNumber },
      materials: ['identity', 'household-register', 'application-form'].map((requirement) => ({
        requirement,
        paper: true,
      })),
    });
  }

  async askWallet(as: string, division: string): Promise<void> {
    const item = division === province ? 'mandarin-score-query' : 'pension-transfer-resident';
    await this.make('PresentationRequest', 'requestPresentation', as, { division, item, materials: ['identity'] });
  }

  /** The holder shows a certificate of the province at a window of Changsha. */
  async show(as: string): Promise<void> {
    const certificate = this.known.find(
      (one) => one.type === 'Certificate' && one.as === as && one.id.startsWith(`cert_${province}`),
    )?.id;
    const { createUseCode } = await this.world.data<{ createUseCode: { code: string } }>(
      'mutation ($input: CreateUseCodeInput!) { createUseCode(input: $input) { code } }',
      { input: { certificate } },
      { as },
    );
    await this.world.data(
      'mutation ($input: RedeemUseCodeInput!) { redeemUseCode(input: $input) { use } }',
      { input: { code: createUseCode.code, division: '430100' } },
      { as: 'cs-window-1' },
    );
  }

  /** Every use of the holder's certificates, and an objection to each. */
  async uses(as: string): Promise<void> {
    const { myCertificateUses } = await this.world.data<{ myCertificateUses: { edges: { node: { id: string } }[] } }>(
      '{ myCertificateUses(first: 100) { edges { node { id } } } }',
      {},
      { as },
    );
    const ids = myCertificateUses.edges.map(({ node }) => node.id);
    this.note('CertificateUse', as, ids);
    for (const use of ids) await this.make('Dispute', 'disputeCertificateUse', as, { use, statement: 'It was not me' });
  }
}

describe('node(id) at the gateway', () => {
  let world: World;
  let objects: Objects;

  beforeAll(async () => {
    world = await createWorld();
    objects = new Objects(world);
    await objects.guides();
    for (const { city, prefix } of [...cities, { city: province, prefix: 'cs' }]) {
      const as = `${prefix}-citizen-1`;
      await objects.file(as, city);
      await objects.authorise(as, city);
      await objects.askWallet(as, city);
      if (city !== province) await objects.takeIn(prefix);
    }
    await objects.show('cs-citizen-1');
    for (const { prefix } of cities) await objects.uses(`${prefix}-citizen-1`);
  }, 120_000);
  afterAll(() => world.close());

  it('is asked for an object of every kind that is a Node, of every node', async () => {
    const { __type } = await world.data<{ __type: { possibleTypes: { name: string }[] } }>(
      '{ __type(name: "Node") { possibleTypes { name } } }',
    );
    const wanted = __type.possibleTypes.flatMap(({ name }) =>
      divisions
        .filter((division) => division !== province || !citiesOnly.includes(name))
        .map((division) => `${name} ${division}`),
    );
    const made = new Set(objects.known.map(({ type, id }) => `${type} ${id.split('_')[1] ?? ''}`));
    expect(wanted.filter((one) => !made.has(one))).toEqual([]);
  });

  it('finds each of them for who may read it', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    expect(objects.known.length).toBeGreaterThan(40);
    for (const { type, id, as } of objects.known) {
      expect(await world.data(query, { id }, { as })).toEqual({ node: { __typename: type, id } });
    }
  });

  it('finds nothing of it for somebody else', async () => {
    const personal = objects.known.filter(({ type }) => !['ServiceCentre', 'Window', 'Implementation'].includes(type));
    for (const { id } of personal.filter((_, index) => index % 5 === 0)) {
      expect(await world.data('query ($id: ID!) { node(id: $id) { id } }', { id }, { as: 'xt-citizen-3' })).toEqual({
        node: null,
      });
    }
  });
});
