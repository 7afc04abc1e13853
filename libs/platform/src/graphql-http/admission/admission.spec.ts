import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IncomingMessage } from 'node:http';
import { anonymous, type Caller } from '../../access/caller.js';
import { Admission } from './admission.js';
import { defaultAdmissionLimits, type AdmissionLimits } from './admission-limits.js';

const person = (subject: string, clientId = 'app'): Caller => ({ ...anonymous, signedIn: true, subject, clientId });
const from = (address: string, headers: Record<string, string> = {}): IncomingMessage =>
  ({ socket: { remoteAddress: address }, headers }) as unknown as IncomingMessage;
const here = from('10.0.0.1');

class Gate {
  now = 0;
  readonly admission: Admission;

  constructor(limits: Partial<AdmissionLimits>, options: { proxies?: string[]; freeLoopback?: boolean } = {}) {
    const all = { ...defaultAdmissionLimits, ...limits };
    this.admission = new Admission({ limits: all, now: () => this.now, ...options });
  }

  /** Seconds to wait; 0 when let in. */
  wait(caller: Caller, request = here): number {
    return waitOf(() => this.admission.enter(caller, request).leave());
  }
}

function waitOf(enter: () => void): number {
  try {
    enter();
    return 0;
  } catch (fault) {
    expect(fault).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
    return (fault as { params: { retryAfter: number } }).params.retryAfter;
  }
}

describe('calls in a minute', () => {
  it('are counted for each person apart, and let in again when the minute is over', () => {
    const gate = new Gate({ personCalls: 2 });
    expect([gate.wait(person('a')), gate.wait(person('a')), gate.wait(person('b'))]).toEqual([0, 0, 0]);
    gate.now = 18_000;
    expect([gate.wait(person('a')), gate.wait(person('b')), gate.wait(person('b'))]).toEqual([42, 0, 42]);
    gate.now = 60_000;
    expect(gate.wait(person('a'))).toBe(0);
  });

  it('never exceed the limit in a window, whenever they come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.integer({ min: 0, max: 9000 })), (most, pauses) => {
        const gate = new Gate({ personCalls: most });
        const admitted: number[] = [];
        for (const pause of pauses) {
          gate.now += pause;
          const wait = gate.wait(person('a'));
          if (wait === 0) admitted.push(gate.now);
          else expect(wait).toBeLessThanOrEqual(60);
        }
        const [begin = 0] = admitted;
        expect(admitted.filter((at) => at < begin + 60_000).length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('are counted for an app, whoever its users are', () => {
    const gate = new Gate({ clientCalls: 2 });
    expect([gate.wait(person('a', 'x')), gate.wait(person('b', 'x')), gate.wait(person('c', 'x'))]).toEqual([0, 0, 60]);
    expect(gate.wait(person('c', 'y'))).toBe(0);
  });

  it('are counted for an address where nobody is signed in, or a token is new', () => {
    const gate = new Gate({ addressCalls: 2 });
    expect(gate.wait(anonymous)).toBe(0);
    gate.admission.countStranger(here);
    expect(waitOf(() => gate.admission.countStranger(here))).toBe(60);
    expect([gate.wait(anonymous), gate.wait(person('a')), gate.wait(anonymous, from('10.0.0.2'))]).toEqual([60, 0, 0]);
  });

  it('are not limited by 0, nor for this machine’s own address in the sandbox', () => {
    const open = new Gate({ addressCalls: 0 });
    const sandbox = new Gate({ addressCalls: 1, newDocuments: 1 }, { freeLoopback: true });
    for (let n = 0; n < 5; n += 1) {
      expect(open.wait(anonymous)).toBe(0);
      for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
        const pass = sandbox.admission.enter(anonymous, from(address));
        pass.admitDocument();
        pass.leave();
      }
    }
    expect([sandbox.wait(anonymous), sandbox.wait(anonymous)]).toEqual([0, 60]);
  });
});

describe('new documents in a minute', () => {
  it('are counted for each caller apart', () => {
    const { admission } = new Gate({ newDocuments: 1 });
    const [mine, another] = [admission.enter(person('a'), here), admission.enter(anonymous, here)];
    for (const pass of [mine, another]) {
      pass.admitDocument();
      expect(waitOf(pass.admitDocument)).toBe(60);
    }
  });
});

describe('operations at the same time', () => {
  it('are so many for each caller, and one that is over makes room', () => {
    const { admission } = new Gate({ inFlight: 2 });
    const passes = [admission.enter(person('a'), here), admission.enter(person('a'), here)];
    expect(waitOf(() => admission.enter(person('a'), here))).toBe(1);
    admission.enter(person('b'), here);
    passes[0]?.leave();
    admission.enter(person('a'), here);
    expect(waitOf(() => admission.enter(person('a'), here))).toBe(1);
  });
});

describe('an address', () => {
  const sameCaller = (gate: Gate, one: IncomingMessage, another: IncomingMessage): boolean => {
    gate.wait(anonymous, one);
    return gate.wait(anonymous, another) > 0;
  };

  it.each([
    ['is the network of an IPv6 address', from('2001:db8:1:2::1'), from('2001:db8:1:2:ffff::9'), true],
    ['is another in another network', from('2001:db8:1:2::1'), from('2001:db8:1:3::1'), false],
    ['is the same over IPv6 and IPv4', from('::ffff:10.0.0.1'), here, true],
    ['is no forwarded one unless a proxy says so', here, from('10.0.0.1', { 'x-forwarded-for': '9.9.9.9' }), true],
    [
      'is the one that the proxy saw, not what the caller wrote before it',
      from('10.9.9.9', { 'x-forwarded-for': '1.1.1.1, 7.7.7.7' }),
      from('10.9.9.9', { 'x-forwarded-for': '2.2.2.2, 7.7.7.7, 10.9.9.8' }),
      true,
    ],
    [
      'differs behind a proxy',
      from('10.9.9.9', { 'x-forwarded-for': '7.7.7.7' }),
      from('10.9.9.9', { 'x-forwarded-for': '7.7.7.8' }),
      false,
    ],
  ])('%s', (_, one, another, same) => {
    const gate = new Gate({ addressCalls: 1 }, { proxies: ['10.9.9.9', '10.9.9.8'] });
    expect(sameCaller(gate, one, another)).toBe(same);
  });
});
