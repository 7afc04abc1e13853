import { compactVerify, type CryptoKey } from 'jose';
import type { ParsedJws } from './parse-jws.js';

/** Whether the signature is this key's under this algorithm; the header was checked before. */
export async function hasSignatureOf(jws: ParsedJws, key: CryptoKey, algorithm: 'ES256' | 'EdDSA'): Promise<boolean> {
  try {
    await compactVerify(jws.compact, key, { algorithms: [algorithm] });
    return true;
  } catch {
    return false;
  }
}
