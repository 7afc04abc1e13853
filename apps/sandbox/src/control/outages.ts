import type { FastifyReply } from 'fastify';
import type { Sandbox } from '../sandbox.js';

/** Real outages of a city: its node is stopped, not pretended to be. */
export class Outages {
  private readonly down = new Set<string>();

  constructor(private readonly sandbox: Sandbox) {}

  /** The cities that are down now. */
  list(): { faults: { city: string; fault: 'down' }[] } {
    return { faults: [...this.down].map((city) => ({ city, fault: 'down' })) };
  }

  /** `{"city": "430200", "fault": "down"}` stops that city's node. */
  async begin(body: unknown, reply: FastifyReply): Promise<unknown> {
    const { city, fault } = (body ?? {}) as { city?: unknown; fault?: unknown };
    const member = this.sandbox.topology.members.find(({ division }) => division === city);
    if (!member?.division) return refuse(reply, 'city', 'is not a division with a node');
    if (fault !== 'down') return refuse(reply, 'fault', 'must be "down"');
    await this.sandbox.stopMember(member.name);
    this.down.add(member.division);
    return this.list();
  }

  /** Seeds the world anew, with every node in it. */
  async reset(): Promise<{ reset: true }> {
    await this.sandbox.reset();
    this.down.clear();
    return { reset: true };
  }

  /** Starts every stopped node again. */
  async endAll(): Promise<unknown> {
    for (const member of this.sandbox.topology.members) {
      if (member.division && this.down.delete(member.division)) await this.sandbox.startMember(member);
    }
    return this.list();
  }
}

function refuse(reply: FastifyReply, field: string, reason: string): unknown {
  return reply.code(400).send({ code: 'BAD_INPUT', field, detail: `${field} ${reason}` });
}
