import { describe, expect, it } from '@jest/globals';
import { discloseClaims, parseCredential, presentCredential, type Json } from '#libs/credential';
import { SystemClock } from '#libs/kernel';
import { compactVerify, importJWK, type JWK } from 'jose';
import { createHash } from 'node:crypto';
import { readVectors } from './read-vectors.js';

interface Example {
  section: string;
  credential: string;
  disclosures: number;
  processed: Record<string, unknown>;
  keyBinding?: { audience: string; nonce: string; iat: number };
}

interface Structure {
  section: string;
  payload: Record<string, Json>;
  disclosures: string[];
  processed: Record<string, unknown>;
}

const vectors = readVectors<{ issuerKey: JWK; examples: Example[] }>('sd-jwt/rfc9901.json');
const draft = readVectors<{ examples: Example[] }>('sd-jwt/draft-20.json');
const structures = readVectors<{ examples: Structure[] }>('sd-jwt/structures.json');
const examples = [...vectors.examples, ...draft.examples];
const bound = examples.filter(({ keyBinding }) => keyBinding);

describe('the examples of RFC 9901', () => {
  it.each(examples)('§$section parses, is signed by the RFC’s issuer and gives the RFC’s payload', async (example) => {
    const parsed = parseCredential(example.credential);
    expect(parsed.disclosures).toHaveLength(example.disclosures);
    await compactVerify(parsed.issuerJwt.compact, await importJWK(vectors.issuerKey, 'ES256'), {
      algorithms: ['ES256'],
    });
    expect(discloseClaims(parsed).claims).toEqual(example.processed);
  });

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
    const ours = await presentCredential(issued!.credential, { claims }, { clock: new SystemClock() });
    const expected = { ...presented!.processed, nationalities: [] };
    expect(discloseClaims(parseCredential(ours)).claims).toEqual(expected);
  });

  it('§5.1 presented as §5.2 does by paths is the same', async () => {
    const [issued, presented] = vectors.examples;
    const claims = ['given_name', 'family_name', 'address', ['nationalities', 0]];
    const ours = await presentCredential(issued!.credential, { claims }, { clock: new SystemClock() });
    expect(discloseClaims(parseCredential(ours)).claims).toEqual(presented!.processed);
    expect(new Set(parseCredential(ours).disclosures.map(({ encoded }) => encoded))).toEqual(
      new Set(parseCredential(presented!.credential).disclosures.map(({ encoded }) => encoded)),
    );
  });

  it('appendix A.4 presented by paths within objects is the same', async () => {
    const [issued, presented] = draft.examples;
    const subject = (...path: string[]) => ['credentialSubject', ...path];
    const claims = [
      subject('order'),
      subject('dateOfVaccination'),
      subject('vaccine', 'atcCode'),
      subject('vaccine', 'medicinalProductName'),
    ];
    const ours = await presentCredential(issued!.credential, { claims }, { clock: new SystemClock() });
    expect(discloseClaims(parseCredential(ours)).claims).toEqual(presented!.processed);
  });

  it('is not presented once more when a key is bound to it (§7.2)', async () => {
    const again = presentCredential(bound[0]!.credential, { claims: [] }, { clock: new SystemClock() });
    await expect(again).rejects.toMatchObject({ reason: 'KEY_BINDING_UNEXPECTED' });
  });
});

describe('the structures of RFC 9901, unsigned', () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each(structures.examples)('§$section gives the claims of the text', ({ payload, disclosures, processed }) => {
    const unsigned = `${encode({})}.${encode(payload)}.`;
    const whole = parseCredential([unsigned, ...disclosures, ''].join('~'));
    expect(discloseClaims(whole).claims).toEqual(processed);
  });

  it('§6.3 takes no part without what is around it', () => {
    const { payload, disclosures } = structures.examples.find(({ section }) => section.startsWith('6.3'))!;
    const part = `${encode({})}.${encode(payload)}.~${disclosures[0]}~`;
    expect(() => discloseClaims(parseCredential(part))).toThrow('DISCLOSURE_UNREFERENCED');
  });
});
