import { hash } from 'node:crypto';
import { SignJWT } from 'jose';
import type { IssuerKeys } from '../../issuer/index.js';

/** Where the certificate chain of a key comes from: base64 DER, the leaf first. */
export interface ChainSource {
  of(kid: string): Promise<readonly string[]>;
}

/** Who this node is to wallets: its access key with the certificate that the province issued for it. */
export class VerifierIdentity {
  constructor(
    private readonly keys: Pick<IssuerKeys, 'accessKey'>,
    private readonly chains: ChainSource,
  ) {}

  /** `x509_hash:` and the SHA-256 of the leaf certificate (OpenID4VP 1.0 §5.9.3). */
  async clientId(): Promise<string> {
    return clientIdOf(await this.chain());
  }

  /** The chain from the leaf on, without the root. */
  async chain(): Promise<string[]> {
    const { kid } = await this.keys.accessKey();
    return [...(await this.chains.of(kid))];
  }

  /** Signs with the access key (ES256) under the header given. */
  async sign(header: { readonly typ?: string; readonly x5c?: string[] }, payload: object): Promise<string> {
    const { privateKey } = await this.keys.accessKey();
    return new SignJWT({ ...payload }).setProtectedHeader({ ...header, alg: 'ES256' }).sign(privateKey);
  }
}

/** The client identifier of the holder of a certificate. */
export function clientIdOf([leaf = '']: readonly string[]): string {
  return `x509_hash:${hash('sha256', Buffer.from(leaf, 'base64'), 'base64url')}`;
}
