import { beforeAll, describe, expect, it } from '@jest/globals';
import type { JWK } from 'jose';
import { signJws } from '../jws/sign-jws.js';
import { generateIssuerKey, importIssuerKey, type IssuerKey } from '../key/keys.js';
import { createCredentialWorld, type CredentialWorld } from '../testing/credential-world.js';
import { signTrustList, verifyTrustList } from './sign-trust-list.js';
import type { IssuerEntry, TrustListContent } from './trust-list-content.js';
import { parseTrustList } from './trust-list.js';

let world: CredentialWorld;
let province: IssuerKey;
let anchor: JWK;
let content: TrustListContent;

beforeAll(async () => {
  world = await createCredentialWorld();
  const key = await generateIssuerKey();
  anchor = key.publicJwk;
  province = await importIssuerKey({ uri: 'https://province.example', privateJwk: key.privateJwk });
  content = world.trustList().content;
});

const verify = (token: string, notOlderThan?: number) =>
  verifyTrustList(token, { anchor, clock: world.clock, notOlderThan });

describe('a trust list', () => {
  it('signed by the province reads back as it was', async () => {
    const list = await verify(await signTrustList(content, province));
    expect(list.content).toEqual(content);
    expect(list.keyOf(world.zhuzhou.key.kid)?.issuer.entry.division).toBe('430200');
    expect(list.keyOf(world.zhuzhou.statusKey.kid)).toBeUndefined();
    expect(list.keyOf('__proto__')).toBeUndefined();
  });

  it('is refused when older than the one known', async () => {
    const token = await signTrustList(content, province);
    await expect(verify(token, 4)).rejects.toMatchObject({ reason: 'TRUST_LIST_OLDER' });
    await expect(verify(token, 3)).resolves.toMatchObject({ version: 3 });
  });

  it('is refused when signed by another, of another type, or from the future', async () => {
    const header = { alg: 'ES256', typ: 'JWT', kid: province.kid } as const;
    const foreign = await signTrustList(content, world.zhuzhou.key);
    const untyped = await signJws(header, content, province.privateKey);
    const future = await signTrustList({ ...content, issuedAt: '2026-03-02T08:05:00Z' }, province);
    await expect(verify(foreign)).rejects.toMatchObject({ reason: 'TRUST_LIST_SIGNATURE_WRONG' });
    await expect(verify(untyped)).rejects.toMatchObject({ reason: 'TRUST_LIST_MALFORMED', detail: 'TOKEN_TYPE_WRONG' });
    await expect(verify(future)).rejects.toMatchObject({ reason: 'NOT_YET_VALID' });
    await expect(verify('a.b')).rejects.toMatchObject({ reason: 'TRUST_LIST_MALFORMED' });
  });

  it.each<[string, (issuer: IssuerEntry) => unknown]>([
    [
      'a private key',
      (issuer) => ({ ...issuer, keys: [{ ...issuer.keys[0], jwk: { ...issuer.keys[0]!.jwk, d: 'x' } }] }),
    ],
    ['a kid that is not the thumbprint', (issuer) => ({ ...issuer, keys: [{ ...issuer.keys[0], kid: 'mine' }] })],
    ['an unknown purpose', (issuer) => ({ ...issuer, keys: [{ ...issuer.keys[0], purposes: ['anything'] }] })],
    ['a date without time', (issuer) => ({ ...issuer, keys: [{ ...issuer.keys[0], validFrom: '2026' }] })],
    ['a status prefix that is open at its end', (issuer) => ({ ...issuer, statusLists: ['https://zhuzhou.example'] })],
    ['a status prefix that is no URL', (issuer) => ({ ...issuer, statusLists: ['/'] })],
    ['no authority', (issuer) => ({ ...issuer, authority: undefined })],
    ['types that are no list', (issuer) => ({ ...issuer, types: 'all' })],
  ])('with %s is refused', (_what, change) => {
    const issuers = content.issuers.map(change);
    expect(() => parseTrustList({ ...content, issuers })).toThrow('TRUST_LIST_MALFORMED');
  });

  it('in which two issuers share an authority or a signing key is refused', () => {
    const [first] = content.issuers;
    const twin = { ...first!, authority: '11430399MXG0000187' };
    expect(() => parseTrustList({ ...content, issuers: [first, first] })).toThrow('authority');
    expect(() => parseTrustList({ ...content, issuers: [first, twin] })).toThrow('kid');
  });
});
