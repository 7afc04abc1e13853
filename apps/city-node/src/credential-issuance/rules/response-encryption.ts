import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { IssuanceFault } from './issuance-fault.js';

/** How a response may be encrypted: the key agreement is the wallet's, nothing is compressed. */
export const encryptionAlgorithms = ['ECDH-ES'] as const;
/** Content encryption, for responses and requests. */
export const contentEncryptions = ['A256GCM', 'A128GCM'] as const;

const curves: Readonly<Record<string, readonly string[]>> = { EC: ['P-256', 'P-384', 'P-521'], OKP: ['X25519'] };

/** What a wallet asks its response to be encrypted with (`credential_response_encryption`). */
export interface ResponseEncryption {
  readonly jwk: JWK;
  readonly enc: (typeof contentEncryptions)[number];
}

/** Reads `credential_response_encryption` (§8.2). @throws IssuanceFault invalid_encryption_parameters */
export function readResponseEncryption(value: unknown): ResponseEncryption | undefined {
  if (value === undefined || value === null) return undefined;
  const { jwk, enc, zip, alg } = (typeof value === 'object' ? value : {}) as Record<string, unknown>;
  const content = contentEncryptions.find((each) => each === enc);
  if (content === undefined) throw refused(`enc must be one of ${contentEncryptions.join(', ')}`);
  if (zip !== undefined) throw refused('zip is not supported');
  if (alg !== undefined && alg !== 'ECDH-ES') throw refused('alg must be ECDH-ES');
  return { jwk: publicKey(jwk), enc: content };
}

function publicKey(value: unknown): JWK {
  const jwk = (typeof value === 'object' && value !== null ? value : {}) as JWK;
  if (jwk.d !== undefined || jwk.k !== undefined) throw refused('jwk must be a public key');
  if (!curves[jwk.kty ?? '']?.includes(jwk.crv ?? '')) throw refused('jwk must be EC P-256, P-384, P-521 or X25519');
  if (jwk.alg !== undefined && jwk.alg !== 'ECDH-ES') throw refused('jwk.alg must be ECDH-ES');
  if (jwk.use !== undefined && jwk.use !== 'enc') throw refused('jwk.use must be enc');
  if (jwk.kid !== undefined && typeof jwk.kid !== 'string') throw refused('jwk.kid must be text');
  return jwk;
}

/** Makes a response a JWE whose content is the response as JSON (§10). */
export type EncryptResponse = (content: object) => Promise<string>;

/** Imports the wallet's key before anything is issued to it. @throws IssuanceFault when the key is none */
export async function encryptionFor({ jwk, enc }: ResponseEncryption): Promise<EncryptResponse> {
  const { kty, crv, x, y, kid } = jwk;
  const header = { alg: 'ECDH-ES', enc, ...(kid !== undefined && { kid }) };
  const key = await importJWK({ kty, crv, x, ...(y !== undefined && { y }) }, 'ECDH-ES').catch(() => {
    throw refused('jwk is no point of its curve');
  });
  return (content) => new CompactEncrypt(Buffer.from(JSON.stringify(content))).setProtectedHeader(header).encrypt(key);
}

const refused = (description: string): IssuanceFault => new IssuanceFault('invalid_encryption_parameters', description);
