import { describe, expect, it } from '@jest/globals';
import { ProgramLog } from '#libs/platform';
import type { IssuerKeys } from './issuer-keys.js';
import type { StateIssuers } from './state-issuers.js';
import { TendKeys } from './tend-keys.js';

describe('tending keys', () => {
  it('states to the registry what a rotation changed, and nothing else; a fault does not end it', async () => {
    const rotations: (() => Promise<boolean>)[] = [
      async () => false,
      async () => true,
      () => Promise.reject(new Error('the disk is full')),
      async () => true,
    ];
    let statements = 0;
    const told: number[] = [];
    const keys = { rotate: () => rotations.shift()?.() } as unknown as IssuerKeys;
    const stateIssuers = { start: async () => void (statements += 1) } as unknown as StateIssuers;
    const tend = new TendKeys(keys, stateIssuers, new ProgramLog('spec', 'silent'));
    for (let round = 0; round < 4; round++) {
      await tend.wake();
      told.push(statements);
    }
    expect(told).toEqual([0, 1, 1, 2]);
    await tend.onModuleDestroy();
  });
});
