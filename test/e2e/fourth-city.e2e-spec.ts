import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

const yueyang = '430600';

describe('a fourth city', () => {
  let world: World;
  let seeds: string;

  beforeAll(async () => {
    seeds = mkdtempSync(join(tmpdir(), 'kuashi-seeds-'));
    for (const folder of ['province', 'cities'])
      cpSync(join('seeds', folder), join(seeds, folder), { recursive: true });
    cpSync(join('test', 'fixtures', 'cities', yueyang), join(seeds, 'cities', yueyang), { recursive: true });
    world = await createWorld({ seedsDirectory: seeds });
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(seeds, { recursive: true });
  });

  it('is a seed folder and a line in the directory: it stands beside the others', async () => {
    const { cities, serviceItem } = await world.data<{
      cities: { division: string }[];
      serviceItem: { implementations: { division: string }[] };
    }>(
      `query ($cities: [DivisionCode!]) {
        cities { division }
        serviceItem(key: "pension-transfer-resident") { key implementations(cities: $cities) { division } }
      }`,
      { cities: ['430100', yueyang] },
    );
    expect(cities.map(({ division }) => division)).toContain(yueyang);
    expect(serviceItem.implementations.map(({ division }) => division)).toEqual(['430100', yueyang]);
  });

  it('gives its citizens their certificates, and takes its part in lists over every city', async () => {
    const { myCertificates } = await world.data<{ myCertificates: { edges: { node: { id: string } }[] } }>(
      '{ myCertificates(first: 100) { edges { node { id } } } }',
      {},
      { as: 'yy-citizen-1' },
    );
    expect(myCertificates.edges.some(({ node }) => node.id.startsWith(`cert_${yueyang}_`))).toBe(true);
  });
});
