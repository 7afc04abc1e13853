import { beforeAll, describe, expect, it } from '@jest/globals';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify, type JsonWebKey } from 'node:crypto';
import { generateHolderKey, importHolderKey, type GeneratedKey } from '../key/keys.js';
import fc from 'fast-check';
import type { Json, JsonObject } from '../json.js';
import { presentCredential } from '../present/present-credential.js';
import { technicalClaims } from '../sd-jwt/technical-claims.js';
import { anyClaims, toldOf, type Place } from '../testing/any-claims.js';
import { createCredentialWorld, type CredentialWorld } from '../testing/credential-world.js';

const audience = 'https://xiangtan.example';
const nonce = 'n-1';

let world: CredentialWorld;
let holder: GeneratedKey;
beforeAll(async () => {
  world = await createCredentialWorld();
  holder = await generateHolderKey('ES256');
});

const signer = (privateJwk: object) => {
  const key = createPrivateKey({ key: privateJwk as JsonWebKey, format: 'jwk' });
  return (data: string) => sign('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
};

const verifier = (publicJwk: object) => {
  const key = createPublicKey({ key: publicJwk as JsonWebKey, format: 'jwk' });
  return (data: string, signature: string) =>
    verify('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
};

/**
 * The library takes a hidden member without a name for an array element, and one named as what every object inherits
 * (`valueOf`) it signs as null; such claims are left out.
 */
const unreadable = ['', ...Object.getOwnPropertyNames(Object.prototype)].map((name) => `${JSON.stringify(name)}:`);
const named = anyClaims.filter(({ claims }) => !unreadable.some((name) => JSON.stringify(claims).includes(name)));

/** The published library, given the same keys; it notes the status values it reads. */
function library(seen: number[] = []): SDJwtVcInstance {
  return new SDJwtVcInstance({
    signer: signer(world.zhuzhou.privateJwk),
    signAlg: 'ES256',
    verifier: verifier(world.zhuzhou.entry.keys[0]!.jwk),
    kbSigner: signer(holder.privateJwk),
    kbSignAlg: 'ES256',
    kbVerifier: verifier(holder.publicJwk),
    hasher: (data: string | ArrayBuffer) =>
      createHash('sha256')
        .update(Buffer.from(data as string))
        .digest(),
    hashAlg: 'sha-256',
    saltGenerator: (length: number) => randomBytes(length).toString('base64url').slice(0, length),
    statusVerifier: verifier(world.zhuzhou.entry.keys[1]!.jwk),
    statusListFetcher: () => world.publish(),
    statusValidator: (status: number) => {
      seen.push(status);
      return Promise.resolve();
    },
  });
}

describe('with @sd-jwt/sd-jwt-vc', () => {
  it('a credential and bound presentation of ours verify there', async () => {
    const key = await importHolderKey(holder.privateJwk);
    const credential = await world.issue({ holderKey: holder.publicJwk });
    const request = { claims: ['name', 'members'], binding: { audience, nonce, key } };
    const presentation = await presentCredential(credential, request, world);
    const currentDate = world.clock.now().getTime() / 1000;
    const { payload } = await library().verify(presentation, {
      currentDate,
      requiredClaimKeys: ['name'],
      keyBindingNonce: nonce,
    });
    expect(payload).toMatchObject({ name: '张三', members: 3, kind: '家庭户', vct: world.vct });
    expect(payload).not.toHaveProperty('address');
  });

  it('a credential and bound presentation of theirs verify here', async () => {
    const iat = world.clock.now().getTime() / 1000;
    const payload = {
      iss: world.zhuzhou.key.uri,
      iat,
      exp: iat + 3600,
      vct: world.vct,
      identifier: world.identifier,
      status: { status_list: { idx: 5, uri: world.listUri } },
      cnf: { jwk: holder.publicJwk },
      name: '张三',
      address: { city: '株洲市', street: '神农大道' },
      pets: ['猫', '狗'],
    };
    const frame = {
      _sd: ['name' as const],
      _sd_decoy: 3,
      address: { _sd: ['street' as const] },
      pets: { _sd: [0, 1] },
    };
    const header = { kid: world.zhuzhou.key.kid };
    const instance = library();
    const credential = await instance.issue(payload, frame, { header });
    const presentation = await instance.present(
      credential,
      { name: true, pets: { 1: true } },
      {
        kb: { payload: { iat, aud: audience, nonce } },
      },
    );
    const report = await world.verify(presentation, { keyBinding: { audience, nonce } });
    expect(report).toMatchObject({ outcome: 'valid' });
    expect(report.claims).toEqual({ name: '张三', address: { city: '株洲市' }, pets: ['狗'] });
    expect((await world.verify(credential)).claims).toMatchObject({ address: payload.address, pets: payload.pets });
  });

  it.each([
    ['valid', 0],
    ['revoked', 1],
    ['suspended', 2],
  ] as const)('the status %s on a list of ours reads there as %i', async (status, value) => {
    world.list.set(9, status);
    const credential = await world.issue({ status: { uri: world.listUri, index: 9 } });
    const seen: number[] = [];
    await library(seen).verify(credential, { currentDate: world.clock.now().getTime() / 1000 });
    expect(seen).toEqual([value]);
  });

  it('any claims of ours, nested, recursive, in arrays, among decoys and bound, tell the same there', async () => {
    const key = await importHolderKey(holder.privateJwk);
    await fc.assert(
      fc.asyncProperty(named, async (any) => {
        const decoys = any.decoys.map((at) => ({ at, count: 2 }));
        const request = { claims: any.claims, disclosable: any.hidden, decoys, holderKey: holder.publicJwk };
        const bound = { claims: any.shown, binding: { audience, nonce, key } };
        const presentation = await presentCredential(await world.issue(request), bound, world);
        const currentDate = world.clock.now().getTime() / 1000;
        const { payload } = await library().verify(presentation, { currentDate, keyBindingNonce: nonce });
        const told = Object.entries(payload as JsonObject).filter(([name]) => !technicalClaims.includes(name));
        expect(Object.fromEntries(told)).toEqual(toldOf(any));
      }),
      { numRuns: 60 },
    );
  });

  it('any claims of theirs tell the same here, presented by either', async () => {
    const key = await importHolderKey(holder.privateJwk);
    const iat = world.clock.now().getTime() / 1000;
    const technical = {
      ...{ iss: world.zhuzhou.key.uri, iat, exp: iat + 3600, vct: world.vct, identifier: world.identifier },
      ...{ status: { status_list: { idx: 5, uri: world.listUri } }, cnf: { jwk: holder.publicJwk } },
    };
    await fc.assert(
      fc.asyncProperty(named, async (any) => {
        const header = { kid: world.zhuzhou.key.kid };
        const frame = frameOf(any.claims, any.hidden, any.decoys);
        const credential = await library().issue({ ...any.claims, ...technical }, frame, { header });
        expect(await world.verify(credential)).toMatchObject({ outcome: 'valid', claims: any.claims });
        const bound = { claims: any.shown, binding: { audience, nonce, key } };
        const presentation = await presentCredential(credential, bound, world);
        const report = await world.verify(presentation, { keyBinding: { audience, nonce } });
        expect(report.outcome).toBe('valid');
        expect(report.claims).toEqual(toldOf(any));
      }),
      { numRuns: 60 },
    );
  });
});

/** The library's form of what is hidden and where decoys stand. */
function frameOf(source: Json, hidden: Place[], decoys: Place[]): object {
  const here = <T extends Place>(places: T[]) => places.filter(({ length }) => length === 1).map(([step]) => step);
  const below = (places: Place[], step: string | number) =>
    places.filter(([first, ...rest]) => first === step && rest.length > 0).map((place) => place.slice(1));
  const steps = new Set([...hidden, ...decoys].filter(({ length }) => length > 1).map(([step]) => step ?? ''));
  for (const step of here(decoys)) steps.add(step ?? '');
  const inner = (step: string | number) => {
    const value = (source as Record<string | number, Json>)[step] ?? null;
    const own = decoys.some((place) => place.length === 1 && place[0] === step);
    return frameOf(value, below(hidden, step), [...below(decoys, step), ...(own ? [[]] : [])]);
  };
  return {
    _sd: here(hidden),
    ...(decoys.some(({ length }) => length === 0) && { _sd_decoy: 2 }),
    ...Object.fromEntries([...steps].map((step) => [step, inner(step)])),
  };
}
