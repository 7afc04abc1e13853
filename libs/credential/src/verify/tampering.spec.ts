import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../json.js';
import { presentCredential } from '../present/present-credential.js';
import { technicalClaims } from '../sd-jwt/technical-claims.js';
import { createCredentialWorld, type CredentialWorld } from '../testing/credential-world.js';

let world: CredentialWorld;
let credential: string;
beforeAll(async () => {
  world = await createCredentialWorld();
  credential = await world.issue();
});

const claimName = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/).filter((name) => !technicalClaims.includes(name));
const structural = /"(__proto__|_sd|_sd_alg|\.\.\.)":/;
const value = fc.jsonValue({ maxDepth: 2 }).filter((each) => !structural.test(JSON.stringify(each)));
const claims = fc.dictionary(claimName, value as fc.Arbitrary<Json>, { maxKeys: 6 });

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

  it('any subset of the hidden claims verifies with exactly these claims', async () => {
    await fc.assert(
      fc.asyncProperty(claims, fc.func(fc.boolean()), fc.func(fc.boolean()), async (all, hides, shows) => {
        const names = Object.keys(all);
        const disclosable = names.filter((name) => hides(name));
        const shown = names.filter((name) => shows(name));
        const issued = await world.issue({ claims: all, disclosable });
        const report = await world.verify(await presentCredential(issued, { claims: shown }, world));
        const expected = names.filter((name) => !disclosable.includes(name) || shown.includes(name));
        expect(report.outcome).toBe('valid');
        const told = Object.fromEntries(expected.map((name) => [name, all[name]]));
        expect(report.claims).toEqual(JSON.parse(JSON.stringify(told)));
      }),
      { numRuns: 50 },
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
