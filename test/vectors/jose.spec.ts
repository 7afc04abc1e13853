import { describe, expect, it } from '@jest/globals';
import { CredentialFault, hasSignatureOf, parseJws, thumbprint, TrustList, verifyCredential } from '#libs/credential';
import { SystemClock } from '#libs/kernel';
import { importJWK, type CryptoKey, type JWK } from 'jose';
import { readVectors } from './read-vectors.js';

interface Signature {
  source: string;
  algorithm: 'ES256' | 'EdDSA';
  pinned: boolean;
  key: JWK;
  jws: string;
}

interface Wycheproof {
  key: JWK;
  signatures: { tcId: number; comment: string; jws: string; valid: boolean }[];
  spellings: { tcId: number; comment: string; jws: string; canonical: boolean }[];
}

const { examples } = readVectors<{ examples: Signature[] }>('jose/signatures.json');
const thumbprints = readVectors<{ examples: { source: string; key: JWK; thumbprint: string }[] }>(
  'jose/thumbprints.json',
);
const wycheproof = readVectors<Wycheproof>('jose/wycheproof.json');

/** Whether the signature counts; that these payloads are no JSON, which no token of ours may have, is left aside. */
async function isSigned(jws: string, jwk: JWK, algorithm: 'ES256' | 'EdDSA'): Promise<boolean> {
  const key = (await importJWK(jwk, algorithm)) as CryptoKey;
  const spelling = faultOf(jws);
  if (spelling !== undefined && spelling !== 'JSON_MALFORMED') return false;
  return hasSignatureOf({ compact: jws, header: {}, payload: {} }, key, algorithm);
}

function faultOf(jws: string): string | undefined {
  try {
    parseJws(jws);
    return undefined;
  } catch (error) {
    return error instanceof CredentialFault ? error.reason : 'thrown';
  }
}

describe('the signatures of the JOSE standards', () => {
  it.each(examples.filter(({ pinned }) => pinned))('$source counts', async ({ jws, key, algorithm }) => {
    expect(await isSigned(jws, key, algorithm)).toBe(true);
    const [header, , signature] = jws.split('.');
    expect(await isSigned(`${header}.e30.${signature}`, key, algorithm)).toBe(false);
  });

  it.each(examples.filter(({ pinned }) => !pinned))('$source is refused: $algorithm is not ours', async (example) => {
    const key = (await importJWK(example.key, example.algorithm)) as CryptoKey;
    for (const algorithm of ['ES256', 'EdDSA'] as const) {
      expect(await hasSignatureOf({ compact: example.jws, header: {}, payload: {} }, key, algorithm)).toBe(false);
    }
  });

  it.each(examples)('$source is no credential', async ({ jws }) => {
    const clock = new SystemClock();
    const trustList = new TrustList({ version: 1, issuedAt: '2026-01-01T00:00:00Z', issuers: [] });
    const readStatus = () => Promise.reject(new Error('asked'));
    const report = await verifyCredential(`${jws}~`, { trustList, clock, readStatus, typeOf: () => undefined });
    expect(report.outcome).toBe('invalid');
  });
});

describe('the thumbprints of RFC 7638 for curve keys', () => {
  it.each(thumbprints.examples)('$source', (example) => {
    expect(thumbprint(example.key)).toBe(example.thumbprint);
  });
});

describe('Wycheproof', () => {
  it.each(wycheproof.signatures)('$tcId $comment: counts $valid', async ({ jws, valid }) => {
    expect(await isSigned(jws, wycheproof.key, 'ES256')).toBe(valid);
  });

  it.each(wycheproof.spellings)('$tcId $comment: canonical base64url $canonical', ({ jws, canonical }) => {
    expect(faultOf(jws)).toBe(canonical ? 'JSON_MALFORMED' : 'BASE64URL_MALFORMED');
  });
});
