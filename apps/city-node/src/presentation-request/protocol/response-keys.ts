import { compactDecrypt, decodeProtectedHeader, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { thumbprint } from '#libs/credential';
import type { EncryptionKey } from '../record/presentation-request.entity.js';
import { WalletFault } from './wallet-fault.js';

/** How answers are encrypted (OpenID4VP 1.0 §8.3): one way to agree on the key, the content by the wallet's choice. */
export const responseEncryption = { alg: 'ECDH-ES', enc: ['A128GCM', 'A256GCM'] } as const;

/** A key pair for one answer. */
export interface ResponseKey {
  readonly publicJwk: EncryptionKey;
  readonly privateJwk: JWK;
}

/** A fresh pair (P-256): it is used for one answer and then forgotten. */
export async function generateResponseKey(): Promise<ResponseKey> {
  const { privateKey } = await generateKeyPair(responseEncryption.alg, { crv: 'P-256', extractable: true });
  const privateJwk = await exportJWK(privateKey);
  const { x = '', y = '' } = privateJwk;
  const kid = thumbprint(privateJwk);
  return { publicJwk: { kty: 'EC', crv: 'P-256', x, y, use: 'enc', alg: responseEncryption.alg, kid }, privateJwk };
}

/**
 * Opens an encrypted answer (JWE, compact): only in the way the request offered, only to its own key.
 * @throws WalletFault invalid_request
 */
export async function openAnswer(jwe: string, privateJwk: JWK): Promise<string> {
  const kid = thumbprint(privateJwk);
  try {
    if (decodeProtectedHeader(jwe).kid !== kid) throw new Error('kid');
    const { plaintext } = await compactDecrypt(jwe, await importJWK(privateJwk, responseEncryption.alg), {
      keyManagementAlgorithms: [responseEncryption.alg],
      contentEncryptionAlgorithms: [...responseEncryption.enc],
    });
    return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  } catch {
    throw new WalletFault('invalid_request', 'response is not encrypted as the request asks');
  }
}
