import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';
import { Callers } from './failing-node/callers.js';
import { expectPart } from './failing-node/expect-part.js';
import { until } from './failing-node/until.js';

const node = 'node-430200';
/** Milliseconds: the deadline of a merge is one second, and the machine may be busy. */
const deadline = 1500;
/** Milliseconds for which a program that was told to end goes on taking requests: enough for those of the test. */
const drainNotice = 5000;

describe('the process of a city’s node', () => {
  let world: World;
  let callers: Callers;
  let address: string;

  beforeAll(async () => {
    world = await createWorld({ processes: true, drainNotice });
    address = world.programs[node] ?? '';
    callers = await Callers.of(world);
  }, 120_000);
  afterAll(() => world.close(), 60_000);

  const isWhole = async (): Promise<boolean> => (await callers.merge()).answer.errors.length === 0;
  /** Starts it again, as an operator would. */
  async function restart(): Promise<void> {
    await world.takeDown('430200');
    await world.bringBack();
    await until(isWhole);
  }

  /** Five merges, by which the gateway finds out, and then some that nobody waits for. */
  async function expectPartUntilLeftAlone(code: string): Promise<void> {
    const [merges] = await Promise.all([callers.merges(5), callers.readElsewhere(20)]);
    for (const merge of merges) {
      expectPart(merge, callers.whole, [code]);
      expect(merge.milliseconds).toBeLessThan(deadline);
    }
    expectPart(await callers.merge(), callers.whole, ['NODE_UNREACHABLE']);
    await callers.readElsewhere(20);
  }

  it('is halted: its city is missing, then left alone, and there again when it goes on', async () => {
    world.signal(node, 'SIGSTOP');
    await expectPartUntilLeftAlone('NODE_TIMEOUT');
    world.signal(node, 'SIGCONT');
    await until(isWhole);
    expect((await callers.merge()).answer.data).toEqual(callers.whole);
  });

  it('is killed: its city is missing until it is started again', async () => {
    world.signal(node, 'SIGKILL');
    await expectPartUntilLeftAlone('NODE_UNREACHABLE');
    await restart();
    expect((await callers.merge()).answer.data).toEqual(callers.whole);
  }, 60_000);

  it('is told to end: it says so, answers what still comes, and what it acknowledged is there afterwards', async () => {
    world.signal(node, 'SIGTERM');
    const readiness = (): Promise<number> => fetch(`${address}/readyz`).then(({ status }) => status);
    await until(async () => (await readiness()) === 503);
    const filings = await Promise.all(Array.from({ length: 8 }, () => callers.file()));
    const reads = await Promise.all(Array.from({ length: 20 }, () => callers.readThere()));
    expect([...filings, ...reads].flatMap(({ errors }) => errors)).toEqual([]);
    await until(() =>
      readiness().then(
        () => false,
        () => true,
      ),
    );
    expectPart(await callers.merge(), callers.whole, ['NODE_UNREACHABLE']);
    await restart();
    for (const { data } of filings) expect(await callers.hasFiled(data?.submitApplication?.id ?? '')).toBe(true);
  }, 60_000);
});
