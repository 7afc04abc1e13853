import { createECDH, hkdfSync } from 'node:crypto';
import type { JWK } from 'jose';
import { thumbprint } from '#libs/credential';

/** The private key that wallets encrypt their requests to, with its public half for the metadata. */
export interface RequestKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

/** Secrets of the credential issuer, derived from the node's private key: the same after a restart, in no database. */
export class IssuerSecrets {
  constructor(private readonly nodeKey: JWK) {}

  /** Authenticates nonces. */
  nonceSecret(): Uint8Array {
    return this.derive('kuashi-c-nonce');
  }

  /** Opens encrypted requests (ECDH-ES on P-256). */
  requestKey(): RequestKey {
    const ecdh = createECDH('prime256v1');
    const secret = this.derive('kuashi-credential-request-encryption');
    ecdh.setPrivateKey(secret);
    const point = ecdh.getPublicKey();
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
    const key = { kty: 'EC', crv: 'P-256', x, y } as const;
    const publicJwk = { ...key, kid: thumbprint(key), use: 'enc', alg: 'ECDH-ES' };
    return { publicJwk, privateJwk: { ...key, d: secret.toString('base64url') } };
  }

  private derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', Buffer.from(this.nodeKey.d ?? '', 'base64url'), '', purpose, 32));
  }
}
