import { describe, expect, it } from '@jest/globals';
import { discloseClaims, parseCredential, presentCredential } from '#libs/credential';
import { FixedClock } from '#libs/kernel';
import { compactVerify, importJWK, type JWK } from 'jose';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Example {
  section: string;
  credential: string;
  disclosures: number;
  processed: Record<string, unknown>;
  keyBinding?: { audience: string; nonce: string; iat: number };
}

const file = fileURLToPath(new URL('./sd-jwt/rfc9901.json', import.meta.url));
const vectors = JSON.parse(readFileSync(file, 'utf8')) as { issuerKey: JWK; examples: Example[] };
const bound = vectors.examples.filter(({ keyBinding }) => keyBinding);

describe('the examples of RFC 9901', () => {
  it.each(vectors.examples)(
    '§$section parses, is signed by the RFC’s issuer and gives the RFC’s payload',
    async (example) => {
      const parsed = parseCredential(example.credential);
      expect(parsed.disclosures).toHaveLength(example.disclosures);
      await compactVerify(parsed.issuerJwt.compact, await importJWK(vectors.issuerKey, 'ES256'), {
        algorithms: ['ES256'],
      });
      expect(discloseClaims(parsed).claims).toEqual(example.processed);
    },
  );

  it.each(bound)(
    '§$section has a key binding over what is presented',
    async ({ credential, keyBinding, processed }) => {
      const parsed = parseCredential(credential);
      const { jwk } = processed.cnf as { jwk: JWK };
      await compactVerify(parsed.keyBinding!.compact, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] });
      expect(parsed.keyBinding!.header.typ).toBe('kb+jwt');
      expect(parsed.keyBinding!.payload).toEqual({
        aud: keyBinding!.audience,
        nonce: keyBinding!.nonce,
        iat: keyBinding!.iat,
        sd_hash: createHash('sha256').update(parsed.presented).digest('base64url'),
      });
    },
  );

  it('§5.1 presented as §5.2 does discloses the same, an array element with its claim', async () => {
    const [issued, presented] = vectors.examples;
    const claims = ['given_name', 'family_name', 'address'];
    const ours = await presentCredential(
      issued!.credential,
      { claims },
      { clock: new FixedClock('2026-01-01T00:00:00Z') },
    );
    const expected = { ...presented!.processed, nationalities: [] };
    expect(discloseClaims(parseCredential(ours)).claims).toEqual(expected);
  });
});
