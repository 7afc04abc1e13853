import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { issuerUri } from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import { NodeContext } from '../node-context/index.js';
import type { AuthorityKey } from './authority-key.entity.js';
import { IssuerKeys } from './issuer-keys.js';
import { X509Chains } from './x509-chains.js';

/** SD-JWT VC's "JWT VC Issuer Metadata": an issuer and its public keys. Wire names as in the draft. */
export interface JwtVcIssuerMetadata {
  readonly issuer: string;
  readonly jwks: { readonly keys: readonly JWK[] };
}

/**
 * What an authority says of itself as an issuer: every key that signed, signs or will sign its credentials. For verifiers
 * that know no trust list; whether the issuer is entitled, only the trust list and the X.509 root say.
 */
@Injectable()
export class IssuerMetadata {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly chains: X509Chains,
    private readonly node: NodeContext,
  ) {}

  /** @throws NOT_FOUND for an authority that this node holds no keys of */
  async of(authority: string): Promise<JwtVcIssuerMetadata> {
    const keys = this.keys.all().filter((key) => isPublic(key) && key.authority === authority);
    if (keys.length === 0) throw new KuashiError('NOT_FOUND');
    return {
      issuer: issuerUri(this.node.url, authority),
      jwks: { keys: await Promise.all(keys.map((key) => this.jwkOf(key))) },
    };
  }

  /** Without the registry the key stands without its chain. */
  private async jwkOf({ kid, publicKey: { kty, crv, x, y } }: AuthorityKey): Promise<JWK> {
    const x5c = await this.chains.of(kid).catch(() => undefined);
    return { kty, crv, x, y, kid, use: 'sig', alg: 'ES256', ...(x5c && { x5c: [...x5c] }) };
  }
}

/** A key is told to strangers once the registry knows whose it is: before, another node could state it as its own. */
const isPublic = ({ purpose, statedAt }: AuthorityKey): boolean => purpose === 'credential' && statedAt !== null;
