import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createCredentialWorld, objection } from '../testing/credential-world.js';
import {
  audience,
  endedByStatus,
  Forger,
  hostileKeyBindings,
  hostileTopics,
  nonce,
  statusGames,
} from '../testing/hostile/index.js';

let forger: Forger;
beforeAll(async () => {
  forger = await Forger.create(await createCredentialWorld());
});
beforeEach(() => {
  forger.world.requested.length = 0;
});

/** What would go out past the pretended network. */
const fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('nothing may be fetched'));
afterAll(() => {
  expect(fetched).not.toHaveBeenCalled();
  fetched.mockRestore();
});

describe.each(hostileTopics)('a token hostile by its %s', (_topic, cases) => {
  it.each(cases)('%s is refused: %s, and nothing is fetched', async (_name, expected, token) => {
    const report = await forger.world.verify(await token(forger));
    expect([report.outcome, objection(report)]).toEqual(['invalid', expected]);
    expect(forger.world.requested).toEqual([]);
  });
});

describe('a presentation hostile by its key binding', () => {
  it.each(hostileKeyBindings)('%s is refused: %s, and nothing is fetched', async (_name, expected, token) => {
    const report = await forger.world.verify(await token(forger), { keyBinding: { audience, nonce } });
    expect([report.outcome, objection(report)]).toEqual(['invalid', expected]);
    expect(forger.world.requested).toEqual([]);
  });

  it('made for another is refused where none is asked for', async () => {
    const report = await forger.world.verify(await forger.bound());
    expect([report.outcome, objection(report)]).toEqual(['invalid', 'keyBinding KEY_BINDING_UNEXPECTED']);
  });
});

describe('a credential whose status source plays games', () => {
  let victim: Forger;
  beforeEach(async () => {
    victim = await Forger.create(await createCredentialWorld());
  });

  it.each(statusGames)('%s is never valid: %s, and nobody else is asked', async (_name, expected, arrange) => {
    const token = await arrange(victim);
    const report = await victim.world.verify(token);
    expect([report.outcome, objection(report)]).toEqual(['undetermined', expected]);
    expect(new Set(victim.world.requested)).toEqual(new Set([victim.world.listUri]));
  });

  it.each(endedByStatus)('%s is invalid: %s', async (_name, expected, arrange) => {
    const report = await victim.world.verify(await arrange(victim));
    expect([report.outcome, objection(report)]).toEqual(['invalid', expected]);
  });
});

describe('all of them together', () => {
  it('are far more than 120 distinct tokens, none accepted, none thrown at', async () => {
    const cases = hostileTopics.flatMap(([, each]) => each);
    const made = [...cases, ...hostileKeyBindings].map(async ([, , token]) => token(forger));
    const tokens = new Set(await Promise.all(made));
    expect(tokens.size).toBeGreaterThanOrEqual(cases.length + hostileKeyBindings.length - 5);
    expect(tokens.size).toBeGreaterThanOrEqual(200);
    for (const keyBinding of [undefined, { audience, nonce }]) {
      const reports = await Promise.all([...tokens].map((token) => forger.world.verify(token, { keyBinding })));
      const accepted = reports.filter(({ outcome }) => outcome === 'valid').length;
      // The one that lacks nothing but a proof is good where none is asked for.
      expect(accepted).toBe(keyBinding ? 0 : 1);
    }
  });
});

describe('the genuine tokens behind them', () => {
  it('are valid', async () => {
    expect(await forger.world.verify(forger.genuine)).toMatchObject({ outcome: 'valid' });
    expect(await forger.world.verify(forger.forge({}))).toMatchObject({ outcome: 'valid' });
    expect(await forger.world.verify(await forger.bound(), { keyBinding: { audience, nonce } })).toMatchObject({
      outcome: 'valid',
    });
  });

  it('have a twin each, (r, n − s), which says the same: a signature is nobody’s identity', async () => {
    const [input, signature] = forger.jwt.split(/\.(?=[^.]*$)/) as [string, string];
    const bytes = Buffer.from(signature, 'base64url');
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
    const twin = Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
    const [one, other] = await Promise.all([
      forger.world.verify(forger.genuine),
      forger.world.verify(forger.genuine.replace(forger.jwt, `${input}.${twin.toString('base64url')}`)),
    ]);
    expect(other).toEqual(one);
  });
});
