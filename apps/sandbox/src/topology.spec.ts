import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentedTopology, freeTopology } from './topology.js';

const cities = ['430100', '430200', '430300'];

describe('the addresses of a sandbox', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'topology-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are the documented ones', () => {
    const { members } = documentedTopology(cities);
    expect(members.map(({ name, port }) => `${name} ${port}`)).toEqual([
      'registry 4010',
      'identity 4001',
      'node-430000 4020',
      'node-430100 4100',
      'node-430200 4200',
      'node-430300 4300',
      'gateway 4000',
    ]);
  });

  it('are free ones that a world keeps, however often it starts', async () => {
    const file = join(folder, 'state', 'ports.json');
    const first = await freeTopology(cities, file);
    expect(new Set([...first.members.map(({ port }) => port), first.controlPort]).size).toBe(8);
    expect(await freeTopology(cities, file)).toEqual(first);
    expect((await freeTopology([...cities, '430400'], file)).members).toHaveLength(8);
  });
});
