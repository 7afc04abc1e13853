import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadProvince, type ProvinceSeeds } from '#seeds';
import { askCredentials, isShownByWallet } from './ask-credentials.js';
import { dcqlQuery } from './dcql-query.js';

const identifier = /^[A-Za-z0-9_-]+$/;

describe('the query of every item of the catalogue', () => {
  let province: ProvinceSeeds;
  beforeAll(() => {
    province = loadProvince(join(process.cwd(), 'seeds'));
  });

  it('is proper DCQL: names, lists and sets as OpenID4VP 1.0 §6 wants them', () => {
    const types = new Map(province.certificateTypes.map((type) => [type.key, type]));
    const served = province.items.filter(({ materials }) => materials.some(isShownByWallet));
    expect(served.length).toBeGreaterThan(200);
    for (const { materials } of served) {
      const asked = askCredentials(materials, {
        typeOf: (key) => types.get(key)!,
        vctOf: (key) => `https://registry.example/certificate-types/${key}`,
        recognises: () => true,
      });
      const { credentials, credential_sets: sets } = dcqlQuery(asked);
      const ids = credentials.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(sets.flatMap(({ options }) => options.flat()).sort()).toEqual([...ids].sort());
      for (const { id, meta, claims = [], claim_sets: claimSets = [] } of credentials) {
        expect(id).toMatch(identifier);
        expect(meta.vct_values.length).toBeGreaterThan(0);
        expect(claims.length).toBeGreaterThan(0);
        const names = claims.map((claim) => claim.id);
        expect(names.every((name) => identifier.test(name)) && new Set(names).size === names.length).toBe(true);
        expect(claimSets.every((set) => set.length > 0 && set.every((name) => names.includes(name)))).toBe(true);
      }
    }
  });
});
