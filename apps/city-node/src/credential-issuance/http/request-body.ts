import type { FastifyRequest } from 'fastify';
import { compactDecrypt, type CryptoKey, importJWK, type JWK } from 'jose';
import { IssuanceFault } from '../rules/issuance-fault.js';
import { contentEncryptions, encryptionAlgorithms } from '../rules/response-encryption.js';

/** Opens the body of a request: JSON, or a JWE to this issuer's key whose content is JSON (OpenID4VCI 1.0 §10). */
export class RequestBodies {
  private imported?: Promise<CryptoKey | Uint8Array>;

  constructor(private readonly key: JWK) {}

  /** @throws IssuanceFault invalid_credential_request, invalid_encryption_parameters */
  async open({ headers, body }: Pick<FastifyRequest, 'headers' | 'body'>): Promise<unknown> {
    const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (type === 'application/json') return body;
    if (type === 'application/jwt') return this.decrypt(String(body));
    throw new IssuanceFault('invalid_credential_request', 'application/json or application/jwt is needed');
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
