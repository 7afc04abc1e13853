import { CompactSign, type CryptoKey } from 'jose';

/** Signs a JSON payload as compact JWS. */
export function signJws(
  header: {
    readonly alg: 'ES256' | 'EdDSA';
    readonly typ: string;
    readonly kid?: string;
    readonly x5c?: string[];
  },
  payload: object,
  privateKey: CryptoKey,
): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ ...header }).sign(privateKey);
}
