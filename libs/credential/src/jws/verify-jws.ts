import { verify } from 'node:crypto';
import type { CryptoKey } from 'jose';
import { decodeBase64url } from '../encoding/base64url.js';
import type { ParsedJws } from './parse-jws.js';
import { signatureKey, type SignatureAlgorithm } from './signature-key.js';

/** Whether the signature is this key's under this algorithm; the header was checked before. */
export async function hasSignatureOf(jws: ParsedJws, key: CryptoKey, algorithm: SignatureAlgorithm): Promise<boolean> {
  try {
    const dot = jws.compact.lastIndexOf('.');
    const signature = decodeBase64url(jws.compact.slice(dot + 1));
    const signed = Buffer.from(jws.compact.slice(0, dot), 'latin1');
    const by = signatureKey(key, algorithm, 'verify');
    return await new Promise<boolean>((resolve, reject) => {
      // With a callback it runs in the thread pool.
      verify(by.digest, signed, by.key, signature, (error, result) => (error ? reject(error) : resolve(result)));
    });
  } catch {
    return false;
  }
}
