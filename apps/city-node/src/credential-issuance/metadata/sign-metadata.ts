import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { IssuerKeys, X509Chains } from '../../issuer/index.js';
import { NodeContext } from '../../node-context/index.js';

/** `typ` of signed metadata (§12.2.3). */
const signedTyp = 'openidvci-issuer-metadata+jwt';

/** Seconds a signed copy is good. */
const lifetime = 86_400;

/** Signs the issuer's metadata with the node's access key; its chain leads to the province's root. */
@Injectable()
export class SignMetadata {
  constructor(
    private readonly node: NodeContext,
    private readonly keys: IssuerKeys,
    private readonly chains: X509Chains,
  ) {}

  /** @throws NODE_UNREACHABLE while the chain cannot be had */
  async execute(metadata: object): Promise<string> {
    const { kid, privateKey } = await this.keys.accessKey();
    const now = Math.floor(this.node.now().getTime() / 1000);
    return new SignJWT({ ...metadata })
      .setProtectedHeader({ alg: 'ES256', typ: signedTyp, kid, x5c: [...(await this.chains.of(kid))] })
      .setIssuer(this.node.url)
      .setSubject(this.node.url)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime)
      .sign(privateKey);
  }
}
