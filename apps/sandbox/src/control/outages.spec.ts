import { describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import type { Sandbox } from '../sandbox.js';
import { Outages } from './outages.js';

/** A sandbox of one node that only remembers what it was told. */
function standIn(): { sandbox: Sandbox; told: string[] } {
  const told: string[] = [];
  const sandbox = {
    topology: { members: [{ name: 'node-430200', division: '430200' }] },
    stopMember: (name: string) => told.push(`stop ${name}`),
    startMember: ({ name }: { name: string }) => told.push(`start ${name}`),
    reset: () => told.push('reset'),
  };
  return { sandbox: sandbox as unknown as Sandbox, told };
}

describe('outages of the sandbox', () => {
  const reply = {} as FastifyReply;
  const down = { faults: [{ city: '430200', fault: 'down' }] };

  it('stop a node and start it again', async () => {
    const { sandbox, told } = standIn();
    const outages = new Outages(sandbox);
    expect(await outages.begin(down.faults[0], reply)).toEqual(down);
    expect(await outages.endAll()).toEqual({ faults: [] });
    expect(told).toEqual(['stop node-430200', 'start node-430200']);
  });

  it('are over after a reset, which starts every node', async () => {
    const { sandbox, told } = standIn();
    const outages = new Outages(sandbox);
    await outages.begin(down.faults[0], reply);
    await outages.reset();
    expect(outages.list()).toEqual({ faults: [] });
    expect(told).toEqual(['stop node-430200', 'reset']);
  });
});
