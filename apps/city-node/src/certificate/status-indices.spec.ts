import { describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { SeededRandom } from '#libs/kernel';
import { drawStatusIndices, statusListSize } from './status-indices.js';

/** A register in which the given places are taken. */
const register = (taken: (index: number) => boolean): EntityManager =>
  ({
    find: (_: unknown, { where }: { where: { statusIndex: { value: number[] } } }) =>
      Promise.resolve(where.statusIndex.value.filter(taken).map((statusIndex) => ({ statusIndex }))),
  }) as unknown as EntityManager;

describe('places of the status list', () => {
  it('are drawn without repetition, inside the list, scattered', async () => {
    const drawn = await drawStatusIndices(
      register(() => false),
      new SeededRandom(1),
      3000,
    );
    expect(new Set(drawn).size).toBe(3000);
    expect(Math.max(...drawn)).toBeLessThan(statusListSize);
    expect(drawn.filter((index) => index < statusListSize / 2).length).toBeGreaterThan(1300);
  });

  it('are never ones that were used before', async () => {
    const even = (index: number): boolean => index % 2 === 0;
    const drawn = await drawStatusIndices(register(even), new SeededRandom(2), 500);
    expect(drawn.some(even)).toBe(false);
  });

  it('are refused when the list is full', async () => {
    await expect(
      drawStatusIndices(
        register(() => true),
        new SeededRandom(3),
        1,
      ),
    ).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});
