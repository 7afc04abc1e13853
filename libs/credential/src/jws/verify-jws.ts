import { webcrypto } from 'node:crypto';
import type { CryptoKey } from 'jose';
import type { ParsedJws } from './parse-jws.js';
import { signatureAlgorithms, type SignatureAlgorithm } from './signature-algorithms.js';

/** Whether the signature is this key's under this algorithm; the header was checked before. */
export async function hasSignatureOf(jws: ParsedJws, key: CryptoKey, algorithm: SignatureAlgorithm): Promise<boolean> {
  try {
    const signed = Buffer.from(jws.signed, 'latin1');
    return await webcrypto.subtle.verify(signatureAlgorithms[algorithm], key, jws.signature, signed);
  } catch {
    return false;
  }
}
