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

  it('says until when it is good, or that it has no end', async () => {
    const ending = { ...content, nextUpdate: '2026-03-09T00:00:00Z' };
    const list = await verify(await signTrustList(ending, province));
    expect(list.content).toEqual(ending);
    expect(list.isOver(new Date('2026-03-08T23:59:59.999Z'))).toBe(false);
    expect(list.isOver(new Date('2026-03-09T00:00:00Z'))).toBe(true);
    expect(parseTrustList(content).isOver(new Date('2126-01-01T00:00:00Z'))).toBe(false);
    for (const nextUpdate of ['', 'soon', 7, null]) {
      expect(() => parseTrustList({ ...content, nextUpdate })).toThrow('TRUST_LIST_MALFORMED');
    }
  });

  it('may hold a node’s status and access keys in each of its issuers; neither signs credentials', () => {
    const [first, second] = content.issuers;
    const shared = (['status', 'access'] as const).map((purpose, place) => {
      const key = (place === 0 ? first : second)?.keys[1];
      return { ...key!, purposes: [purpose] };
    });
    const issuers = content.issuers.map((issuer) => ({ ...issuer, keys: [issuer.keys[0]!, ...shared] }));
    const list = parseTrustList({ ...content, issuers });
    for (const { kid, purposes } of shared) {
      expect(list.keyOf(kid)).toBeUndefined();
      for (const { authority } of issuers) {
        expect(list.issuerOf(authority)?.key(kid)?.maySign(purposes[0]!)).toBe(true);
        expect(list.issuerOf(authority)?.key(kid)?.maySign('credential')).toBe(false);
      }
    }
  });
});
