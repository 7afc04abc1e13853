import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { type IssuerEntry, type TrustListContent, verifyX509Chain } from '#libs/credential';
import { SystemClock } from '#libs/kernel';
import { createWorld, type World } from '#libs/testing';

interface Metadata {
  issuer: string;
  jwks: { keys: { kid: string; use: string; alg: string; x: string; x5c: string[] }[] };
}

describe('who knows no trust list', () => {
  let world: World;
  let registry: string;
  let root: string;
  let list: TrustListContent;

  beforeAll(async () => {
    world = await createWorld();
    registry = world.programs.registry ?? '';
    root = await (await fetch(`${registry}/x509/root`)).text();
    list = decodeJwt<TrustListContent>(await (await fetch(`${registry}/trust-list`)).text());
  }, 60_000);
  afterAll(() => world.close());

  /** Where SD-JWT VC puts the metadata of an `iss`. */
  const metadataAddress = (iss: string): string => iss.replace('/issuers/', '/.well-known/jwt-vc-issuer/issuers/');
  const oneOfEachNode = (): IssuerEntry[] => [
    ...new Map(list.issuers.map((issuer) => [new URL(issuer.uri).host, issuer])).values(),
  ];

  it('finds each city’s issuers and the province’s by the iss of their credentials, with keys certified by the province', async () => {
    const issuers = oneOfEachNode();
    expect(issuers).toHaveLength(4);
    for (const { uri, keys } of issuers) {
      const answer = await fetch(metadataAddress(uri));
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'max-age=3600']);
      const { issuer, jwks } = (await answer.json()) as Metadata;
      expect(issuer).toBe(uri);
      const own = keys.filter(({ purposes }) => purposes.includes('credential'));
      expect(jwks.keys.map(({ kid }) => kid)).toEqual(own.map(({ kid }) => kid));
      for (const { kid, x, use, alg, x5c } of jwks.keys) {
        const signer = verifyX509Chain(x5c, { root, clock: new SystemClock(), uri });
        expect([signer.kid, signer.publicJwk.x, use, alg]).toEqual([kid, x, 'sig', 'ES256']);
      }
      const again = await fetch(metadataAddress(uri), {
        headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);
    }
  });

  it('finds each node’s access key certified to the node’s address', async () => {
    for (const { uri, keys } of oneOfEachNode()) {
      const access = keys.find(({ purposes }) => purposes.includes('access'));
      const { x5c } = (await (await fetch(`${registry}/x509/${access?.kid}`)).json()) as { x5c: string[] };
      const { origin } = new URL(uri);
      const { names } = verifyX509Chain(x5c, { root, clock: new SystemClock(), uri: origin });
      expect(names).toEqual([`URI:${origin}`, 'IP Address:127.0.0.1']);
    }
  });

  it('gets PEM for who asks for it, and an error for keys and issuers that are none', async () => {
    const [issuer] = list.issuers;
    const [key] = issuer?.keys ?? [];
    const pem = await fetch(`${registry}/x509/${key?.kid}`, {
      headers: { accept: 'application/pem-certificate-chain' },
    });
    expect(await pem.text()).toMatch(/^-----BEGIN CERTIFICATE-----/);
    const none = [
      `${registry}/x509/none`,
      metadataAddress(`${new URL(issuer?.uri ?? '').origin}/issuers/11430399MXG0000187`),
    ];
    for (const address of none) {
      const answer = await fetch(address);
      expect([answer.status, (await answer.json()) as { code: string }]).toMatchObject([404, { code: 'NOT_FOUND' }]);
    }
  });
});
