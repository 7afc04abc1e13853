import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { presentCredential } from '../present/present-credential.js';
import { anyClaims, toldOf } from '../testing/any-claims.js';
import { createCredentialWorld, type CredentialWorld } from '../testing/credential-world.js';

let world: CredentialWorld;
let credential: string;
beforeAll(async () => {
  world = await createCredentialWorld();
  credential = await world.issue();
});

describe('properties of a credential', () => {
  it('one byte changed anywhere is never valid', async () => {
    const changes = fc.tuple(fc.nat(credential.length - 1), fc.integer({ min: 1, max: 127 }));
    await fc.assert(
      fc.asyncProperty(changes, async ([place, change]) => {
        const other = String.fromCharCode((credential.charCodeAt(place) + change) % 128);
        const tampered = credential.slice(0, place) + other + credential.slice(place + 1);
        expect((await world.verify(tampered)).outcome).toBe('invalid');
      }),
      { numRuns: 250 },
    );
  });

  it('a part cut out or written twice is never valid, unless whole disclosures are withheld', async () => {
    const parts = credential.split('~');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(credential.length - 1),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (at, length, twice) => {
          const piece = credential.slice(at, at + length);
          const tampered = credential.slice(0, at) + (twice ? piece + piece : '') + credential.slice(at + length);
          const withheld =
            tampered.endsWith('~') && tampered.split('~').every((part) => parts.includes(part)) && !twice;
          if (!withheld) expect((await world.verify(tampered)).outcome).toBe('invalid');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('any claims with any parts hidden tell exactly what is shown, whatever decoys stand among them', async () => {
    await fc.assert(
      fc.asyncProperty(anyClaims, async (any) => {
        const decoys = any.decoys.map((at) => ({ at, count: 1 }));
        const issued = await world.issue({ claims: any.claims, disclosable: any.hidden, decoys });
        const report = await world.verify(await presentCredential(issued, { claims: any.shown }, world));
        expect(report.outcome).toBe('valid');
        expect(report.claims).toEqual(toldOf(any));
        expect(await world.verify(issued)).toMatchObject({ outcome: 'valid', claims: any.claims });
      }),
      { numRuns: 200 },
    );
  });

  it('text without any sense is refused, never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        expect((await world.verify(text)).outcome).toBe('invalid');
      }),
    );
  });
});
