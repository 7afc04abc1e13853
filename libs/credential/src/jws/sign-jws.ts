import { sign } from 'node:crypto';
import type { CryptoKey } from 'jose';
import { encodeBase64url } from '../encoding/base64url.js';
import { signatureKey, type SignatureAlgorithm } from './signature-key.js';

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
  const by = signatureKey(privateKey, header.alg, 'sign');
  const signature = await new Promise<Buffer>((resolve, reject) => {
    // With a callback it runs in the thread pool.
    sign(by.digest, Buffer.from(signed, 'latin1'), by.key, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });
  return `${signed}.${signature.toString('base64url')}`;
}
