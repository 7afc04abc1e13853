import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

const cities = ['430100', '430200', '430300'];

interface Page {
  myCertificates: {
    totalCount: number;
    unavailableCities: string[];
    edges: { node: { id: string } }[];
  };
}

describe('a query over three cities while one is down', () => {
  let world: World;
  let whole: Page;

  const myCertificates = `query ($cities: [DivisionCode!]) {
    myCertificates(cities: $cities, first: 100) { totalCount unavailableCities edges { node { id } } }
  }`;
  const implementations = `query ($cities: [DivisionCode!]) {
    serviceItem(key: "pension-transfer-resident") { key implementations(cities: $cities) { division } }
  }`;
  const citizen = { as: 'cs-citizen-1', language: 'en' };

  beforeAll(async () => {
    world = await createWorld();
    whole = await world.data<Page>(myCertificates, { cities }, citizen);
    await world.takeDown('430200');
  }, 60_000);
  afterAll(() => world.close());

  it('answers with the other two cities and one error that names the city', async () => {
    const answer = await world.ask<Page>(myCertificates, { cities }, citizen);
    const page = answer.data?.myCertificates;
    expect(page?.unavailableCities).toEqual(['430200']);
    expect(page?.edges.map(({ node }) => node.id)).toEqual(
      whole.myCertificates.edges.map(({ node }) => node.id).filter((id) => !id.startsWith('cert_430200_')),
    );
    expect(page?.totalCount).toBe(page?.edges.length);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]).toMatchObject({
      path: ['myCertificates'],
      extensions: { code: 'NODE_UNREACHABLE', city: '430200' },
    });
  });

  it('leaves the guides of the other two cities side by side', async () => {
    const answer = await world.ask<{ serviceItem: { implementations: { division: string }[] } }>(implementations, {
      cities,
    });
    expect(answer.data?.serviceItem.implementations.map(({ division }) => division)).toEqual(['430100', '430300']);
    expect(answer.errors.map(({ extensions }) => extensions?.['city'])).toEqual(['430200']);
  });

  it('answers null, and only there, for a record that the dead city owns', async () => {
    const [owned] = whole.myCertificates.edges.map(({ node }) => node.id).filter((id) => id.startsWith('cert_430200_'));
    const answer = await world.ask(
      'query ($id: ID!) { certificate(id: $id) { id } cities { division } }',
      { id: owned },
      citizen,
    );
    expect(answer.data).toMatchObject({ certificate: null, cities: expect.arrayContaining([{ division: '430200' }]) });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]).toMatchObject({ path: ['certificate'], extensions: { code: 'NODE_UNREACHABLE' } });
  });

  it('is whole again when the city is back', async () => {
    await world.bringBack();
    expect(await world.data<Page>(myCertificates, { cities }, citizen)).toEqual(whole);
  }, 30_000);
});
