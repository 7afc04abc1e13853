import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { anonymous, type Caller } from '../../access/caller.js';
import { Admission } from './admission.js';
import { defaultAdmissionLimits } from './admission-limits.js';
import { openRedisCounters } from './redis-counters.js';
import { SharedCounts, type TellCalls } from './shared-counts.js';

const limits = { ...defaultAdmissionLimits, personCalls: 5 };
const request = { socket: { remoteAddress: '10.0.0.1' }, headers: {} } as unknown as IncomingMessage;
const caller = (subject: string): Caller => ({ ...anonymous, signedIn: true, subject, clientId: 'app' });

/** A gateway that tells the others of its calls when it is told to. */
class Gateway {
  now = 0;
  readonly faults: unknown[] = [];
  private readonly admission = new Admission({ limits, now: () => this.now });
  private readonly shared: SharedCounts;

  constructor(tell: TellCalls) {
    const onFault = (fault: unknown): void => void this.faults.push(fault);
    this.shared = new SharedCounts({ admission: this.admission, tell, onFault, now: () => this.now });
  }

  /** How many of so many calls are let in. */
  letIn(calls: number, subject: string): number {
    return Array.from({ length: calls }).filter(() => {
      try {
        this.admission.enter(caller(subject), request).leave();
        return true;
      } catch {
        return false;
      }
    }).length;
  }

  tell(): Promise<void> {
    return this.shared.tellAll();
  }
}

describe('gateways that count together', () => {
  it('refuse a caller who asked all of them too much, until its minute is over', async () => {
    const counted = new Map<string, number>();
    const tell: TellCalls = (kind, key, calls) => {
      const sum = (counted.get(`${kind} ${key}`) ?? 0) + calls;
      counted.set(`${kind} ${key}`, sum);
      return Promise.resolve(kind === 'person' && sum > 5 ? 40_000 : 0);
    };
    const [one, two] = [new Gateway(tell), new Gateway(tell)];
    expect([one.letIn(4, 'a'), two.letIn(4, 'a')]).toEqual([4, 4]);
    await one.tell();
    await two.tell();
    expect(counted).toEqual(
      new Map([
        ['person a', 8],
        ['client app', 8],
      ]),
    );
    expect([one.letIn(1, 'a'), two.letIn(1, 'a'), two.letIn(1, 'b')]).toEqual([1, 0, 1]);
    await one.tell();
    expect(one.letIn(1, 'a')).toBe(0);
    [one.now, two.now] = [60_000, 60_000];
    expect([one.letIn(1, 'a'), two.letIn(1, 'a')]).toEqual([1, 1]);
  });

  it('count for themselves while the counters are gone, and say so once', async () => {
    const gateway = new Gateway(() => Promise.reject(new Error('gone')));
    for (let n = 0; n < 3; n += 1) {
      gateway.letIn(2, 'a');
      await gateway.tell();
    }
    expect(gateway.faults).toHaveLength(1);
    expect(gateway.letIn(3, 'a')).toBe(0);
  });
});

/** Where tests may count; Redis is no part of an installation of one gateway, so most machines have none. */
const redisUrl = process.env['KUASHI_TEST_REDIS_URL'];

if (redisUrl !== undefined) {
  it('gateways count together in Redis', async () => {
    const counters = await openRedisCounters(redisUrl, limits);
    const subject = `spec-${process.pid}-${performance.now()}`;
    const [one, two] = [new Gateway(counters.tell), new Gateway(counters.tell)];
    expect([one.letIn(4, subject), two.letIn(4, subject)]).toEqual([4, 4]);
    await one.tell();
    await two.tell();
    expect([...one.faults, ...two.faults]).toEqual([]);
    expect(two.letIn(1, subject)).toBe(0);
    counters.close();
  });
}

it('a Redis that does not answer leaves each gateway counting for itself', async () => {
  const counters = await openRedisCounters('redis://127.0.0.1:1', limits);
  const gateway = new Gateway(counters.tell);
  expect(gateway.letIn(6, 'a')).toBe(5);
  await gateway.tell();
  expect(gateway.faults).toHaveLength(1);
  counters.close();
});
