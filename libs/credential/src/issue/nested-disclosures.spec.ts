import { beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json.js';
import { presentCredential } from '../present/present-credential.js';
import type { ClaimSelector } from '../sd-jwt/claim-path.js';
import { parseCredential } from '../sd-jwt/parse-credential.js';
import { createCredentialWorld, type CredentialWorld } from '../testing/credential-world.js';
import type { Decoys } from './plan-concealment.js';

const claims = {
  address: { city: '株洲市', street: '神农大道', floor: 3 },
  owners: [
    { name: '张三', share: 60 },
    { name: '李四', share: 40 },
  ],
  pets: ['猫', '狗', '鸟'],
};

let world: CredentialWorld;
beforeAll(async () => {
  world = await createCredentialWorld();
});

const issue = (disclosable: ClaimSelector[], decoys?: Decoys[]) => world.issue({ claims, disclosable, decoys });
const payloadOf = (credential: string) => parseCredential(credential).issuerJwt.payload;

/** What a verifier learns when exactly these are presented. */
async function told(credential: string, selected: ClaimSelector[]): Promise<JsonObject> {
  const report = await world.verify(await presentCredential(credential, { claims: selected }, world));
  expect(report.outcome).toBe('valid');
  return report.claims ?? {};
}

describe('hiding parts of claims', () => {
  it('hides a member of an object and leaves the object', async () => {
    const credential = await issue([['address', 'street']]);
    expect(payloadOf(credential).address).toEqual({ city: '株洲市', floor: 3, _sd: [expect.any(String)] });
    expect(await told(credential, [])).toMatchObject({ address: { city: '株洲市', floor: 3 } });
    expect(await told(credential, [['address', 'street']])).toEqual(claims);
  });

  it('hides one element of an array, or every one', async () => {
    const digest = { '...': expect.any(String) };
    expect(payloadOf(await issue([['pets', 1]])).pets).toEqual(['猫', digest, '鸟']);
    const every = await issue([['pets', null]]);
    expect(payloadOf(every).pets).toEqual([digest, digest, digest]);
    expect(await told(every, [['pets', 2]])).toMatchObject({ pets: ['鸟'] });
    expect(await told(every, [['pets', 0], 'address'])).toMatchObject({ pets: ['猫'] });
    expect(await told(every, ['pets'])).toEqual(claims);
  });

  it('hides within what is hidden: a part shows what is around it, and no more', async () => {
    const credential = await issue([
      'address',
      ['address', 'street'],
      ['address', 'floor'],
      'owners',
      ['owners', null],
    ]);
    expect(payloadOf(credential)).not.toHaveProperty('address');
    expect(parseCredential(credential).disclosures).toHaveLength(6);
    expect(await told(credential, [['address', 'street']])).toMatchObject({
      address: { city: '株洲市', street: '神农大道' },
    });
    expect((await told(credential, [['address', 'street']])).address).not.toHaveProperty('floor');
    expect(await told(credential, [['owners', 1, 'name']])).toMatchObject({ owners: [claims.owners[1]] });
    expect(await told(credential, ['address', 'owners'])).toEqual(claims);
  });

  it('hides one member in every element', async () => {
    const credential = await issue([['owners', null, 'share']]);
    expect(await told(credential, [['owners', 1, 'share']])).toMatchObject({
      owners: [{ name: '张三' }, claims.owners[1]],
    });
    expect(await told(credential, [['owners', null, 'share']])).toEqual(claims);
  });

  it('can present again what was presented before', async () => {
    const first = await presentCredential(
      await issue([['pets', null]]),
      {
        claims: [
          ['pets', 1],
          ['pets', 2],
        ],
      },
      world,
    );
    expect(await told(first, [['pets', 1]])).toMatchObject({ pets: ['鸟'] });
  });
});

describe('decoys', () => {
  it('add digests to objects and arrays, and nothing to what is told', async () => {
    const at: Decoys[] = [
      { at: [], count: 3 },
      { at: ['address'], count: 2 },
      { at: ['owners', null], count: 1 },
      { at: ['pets'], count: 4 },
    ];
    const credential = await issue(['pets', ['pets', 0]], at);
    const payload = payloadOf(credential);
    expect(payload._sd).toHaveLength(4);
    expect((payload.address as JsonObject)._sd).toHaveLength(2);
    expect(payload.owners).toEqual([
      { name: '张三', share: 60, _sd: [expect.any(String)] },
      { name: '李四', share: 40, _sd: [expect.any(String)] },
    ]);
    expect(parseCredential(credential).disclosures).toHaveLength(2);
    expect(await told(credential, ['pets'])).toEqual(claims);
    expect(await told(credential, [])).toEqual({ address: claims.address, owners: claims.owners });
  });

  it('stand anywhere among the elements', async () => {
    const places = new Set<number>();
    for (let each = 0; each < 20; each++) {
      const pets = payloadOf(await issue([], [{ at: ['pets'], count: 1 }])).pets as unknown[];
      places.add(pets.findIndex((pet) => typeof pet === 'object'));
    }
    expect([...places].sort()).toEqual([0, 1, 2, 3]);
  });

  it('say how to read them where nothing is hidden', async () => {
    expect(payloadOf(await issue([], [{ at: [], count: 1 }]))).toMatchObject({ _sd_alg: 'sha-256' });
    expect(payloadOf(await issue([]))).not.toHaveProperty('_sd_alg');
  });
});

describe('a path that leads nowhere', () => {
  it.each<[string, ClaimSelector]>([
    ['the credential itself', []],
    ['a member that is not there', ['address', 'country']],
    ['a name inherited from nowhere', ['address', 'toString']],
    ['a member of a text', ['pets', 0, 'length']],
    ['an element outside', ['pets', 3]],
    ['an element before the first', ['pets', -1]],
    ['an element of an object', ['address', 0]],
    ['every element of an object', ['address', null]],
  ])('is not hidden and not presented: %s', async (_what, path) => {
    await expect(issue([path])).rejects.toMatchObject({ reason: 'CLAIM_UNKNOWN' });
    await expect(presentCredential(await issue([]), { claims: [path] }, world)).rejects.toMatchObject({
      reason: 'CLAIM_UNKNOWN',
    });
  });

  it('is hidden once only, and gets decoys only where digests can stand', async () => {
    const twice = issue([
      ['pets', null],
      ['pets', 1],
    ]);
    await expect(twice).rejects.toMatchObject({ reason: 'CLAIM_REPEATED', detail: 'pets[1]' });
    for (const decoys of [
      { at: ['address', 'city'], count: 1 },
      { at: ['pets'], count: 0 },
      { at: ['pets'], count: 0.5 },
    ]) {
      await expect(issue([], [decoys])).rejects.toMatchObject({ reason: 'CLAIM_UNKNOWN' });
    }
    await expect(issue([], [{ at: [], count: 1000 }])).rejects.toMatchObject({ reason: 'TOKEN_TOO_LARGE' });
  });
});
