import { webcrypto } from 'node:crypto';
import type { CryptoKey } from 'jose';
import { encodeBase64url } from '../encoding/base64url.js';
import { signatureAlgorithms, type SignatureAlgorithm } from './signature-algorithms.js';

/** Signs a JSON payload as compact JWS. */
export async function signJws(
  header: {
    readonly alg: SignatureAlgorithm;
    readonly typ: string;
    readonly kid?: string;
    readonly x5c?: string[];
  },
  payload: object,
  privateKey: CryptoKey,
): Promise<string> {
  const signed = `${encodeBase64url(JSON.stringify(header))}.${encodeBase64url(JSON.stringify(payload))}`;
  const algorithm = signatureAlgorithms[header.alg];
  const signature = await webcrypto.subtle.sign(algorithm, privateKey, Buffer.from(signed, 'latin1'));
  return `${signed}.${encodeBase64url(new Uint8Array(signature))}`;
}
