import { compactDecrypt, type CryptoKey, importJWK, type JWK } from 'jose';
import { IssuanceFault } from '../rules/issuance-fault.js';
import { contentEncryptions, encryptionAlgorithms } from '../rules/response-encryption.js';

/** Opens the body of a request: JSON, or a JWE to this issuer's key whose content is JSON (OpenID4VCI 1.0 §10). */
export class RequestBodies {
  private imported?: Promise<CryptoKey | Uint8Array>;

  constructor(private readonly key: JWK) {}

  /** @param body as the server parsed it: text when it came as `application/jwt` @throws IssuanceFault */
  async open(body: unknown): Promise<unknown> {
    return typeof body === 'string' ? this.decrypt(body) : body;
  }

  private async decrypt(jwe: string): Promise<unknown> {
    this.imported ??= importJWK(this.key, 'ECDH-ES');
    try {
      const { plaintext } = await compactDecrypt(jwe, await this.imported, {
        keyManagementAlgorithms: [...encryptionAlgorithms],
        contentEncryptionAlgorithms: [...contentEncryptions],
      });
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
    } catch {
      throw new IssuanceFault('invalid_encryption_parameters', 'the encrypted request cannot be opened');
    }
  }
}
