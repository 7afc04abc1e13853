import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';
import { Callers } from './failing-node/callers.js';
import { expectPart } from './failing-node/expect-part.js';
import { faults, slow, somethingElse } from './failing-node/faults.js';
import { moveNode } from './failing-node/move-node.js';
import { StandIn } from './failing-node/stand-in.js';
import { until } from './failing-node/until.js';

/** Milliseconds: the deadline of a merge is one second, and the machine may be busy. */
const deadline = 1500;
/** Milliseconds that say that nobody was waited for. */
const atOnce = 200;

const quickest = (merges: readonly { milliseconds: number }[]): number =>
  Math.min(...merges.map(({ milliseconds }) => milliseconds));

describe('a city', () => {
  let world: World;
  let callers: Callers;
  let standIn: StandIn;

  beforeAll(async () => {
    world = await createWorld();
    callers = await Callers.of(world);
    standIn = await StandIn.before(world.programs['node-430200'] ?? '');
    moveNode(world, '430200', standIn.url);
    await until(async () => (await callers.readThere()).errors.length === 0 && standIn.count('query') > 0);
  }, 90_000);
  afterAll(async () => {
    await world.close();
    await standIn.close();
  });

  /** The node is well from now on, and the gateway has found out. */
  async function heal(): Promise<void> {
    await standIn.isWell();
    await until(async () => (await callers.merge()).answer.errors.length === 0);
  }

  it('is asked at another address once the directory names it: nothing is started anew', async () => {
    const before = standIn.count('query');
    expect((await callers.merge()).answer.data).toEqual(callers.whole);
    expect(standIn.count('query')).toBe(before + 1);
  });

  describe.each(faults)('whose node $what', (fault) => {
    beforeAll(async () => {
      standIn.arrived.length = 0;
      await standIn.fails(fault);
    });

    it('is asked once for what changes something, and again for a read only where the connection broke', async () => {
      const [read] = await Promise.all([callers.readThere(), callers.file()]);
      expect(read.errors).toMatchObject([{ extensions: { code: fault.code, city: '430200' } }]);
      expect(standIn.count('mutation')).toBe(fault.arrive.mutation);
      expect(standIn.count('query')).toBe(fault.arrive.read);
    }, 45_000);

    it('costs merges its part within their deadline, and nothing of the others while that is found out', async () => {
      const [merges] = await Promise.all([callers.merges(5), callers.readElsewhere(20)]);
      for (const merge of merges) {
        expectPart(merge, callers.whole, [fault.code, 'NODE_UNREACHABLE']);
        expect(merge.milliseconds).toBeLessThan(deadline);
      }
    });

    it('is left alone then: nobody asks it, and its part is missing at once', async () => {
      const before = standIn.arrived.length;
      const merges = [await callers.merge(), await callers.merge(), await callers.merge(), await callers.merge()];
      for (const merge of merges) expectPart(merge, callers.whole, ['NODE_UNREACHABLE']);
      const [read] = await Promise.all([callers.readThere(), callers.readElsewhere(20)]);
      expect(read.errors).toMatchObject([{ extensions: { code: 'NODE_UNREACHABLE', retryAfter: expect.any(Number) } }]);
      expect(standIn.arrived).toHaveLength(before);
      expect(quickest(merges)).toBeLessThan(atOnce);
    });

    it('has its rows in the page again once its node is well', async () => {
      await heal();
      expect((await callers.merge()).answer.data).toEqual(callers.whole);
    });
  });

  it('whose node answers something else costs its part each time, and is not waited for', async () => {
    await standIn.fails(somethingElse);
    const merges = await callers.merges(10);
    for (const merge of merges) expectPart(merge, callers.whole, [somethingElse.code]);
    await callers.readElsewhere(20);
    await standIn.isWell();
    expect((await callers.merge()).answer.data).toEqual(callers.whole);
  });

  it('whose node is slow makes nobody wait who asks the others', async () => {
    standIn.arrived.length = 0;
    await standIn.fails(slow);
    let answered = 0;
    const waiting = Array.from({ length: 60 }, () => callers.readThere().finally(() => (answered += 1)));
    await until(() => standIn.count('query') >= 60);
    await callers.readElsewhere(50);
    expect(answered).toBe(0);
    const codes = (await Promise.all(waiting)).map(({ errors }) => errors[0]?.extensions?.['code']);
    expect(new Set(codes)).toEqual(new Set(['NODE_TIMEOUT']));
    await heal();
  });
});
