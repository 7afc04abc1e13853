import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createCredentialWorld, objection } from '../testing/credential-world.js';
import { hostileClaims } from '../testing/hostile/claims.js';
import { hostileDisclosures } from '../testing/hostile/disclosures.js';
import { hostileEncodings } from '../testing/hostile/encodings.js';
import { audience, Forger, nonce } from '../testing/hostile/forger.js';
import { hostileHeaders } from '../testing/hostile/headers.js';
import { hostileKeyBindings } from '../testing/hostile/key-bindings.js';

let forger: Forger;
beforeAll(async () => {
  forger = await Forger.create(await createCredentialWorld());
});
beforeEach(() => {
  forger.world.requested.length = 0;
});

const topics = [
  ['header', hostileHeaders],
  ['encoding', hostileEncodings],
  ['claims', hostileClaims],
  ['disclosures', hostileDisclosures],
] as const;

describe.each(topics)('a token hostile by its %s', (_topic, cases) => {
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

describe('the genuine tokens behind them', () => {
  it('are valid', async () => {
    expect(await forger.world.verify(forger.genuine)).toMatchObject({ outcome: 'valid' });
    expect(await forger.world.verify(forger.forge({}))).toMatchObject({ outcome: 'valid' });
    expect(await forger.world.verify(await forger.bound(), { keyBinding: { audience, nonce } })).toMatchObject({
      outcome: 'valid',
    });
  });
});
