import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { NodeDirectory } from '#libs/platform';
import { NodeContext } from '../../node-context/index.js';
import { type CredentialIssuerOptions, credentialIssuerOptions } from '../issuer-options.js';
import { IssuerSecrets } from '../secrets.js';
import { CredentialConfigurations } from './credential-configurations.js';
import { issuerMetadata } from './issuer-metadata.js';
import { SignMetadata } from './sign-metadata.js';

const zip = promisify(gzip);

/** Metadata as it is served, whole and compressed. */
export interface PublishedMetadata {
  readonly text: string;
  readonly compressed: Buffer;
  readonly etag: string;
}

/** Seconds after which a new signed copy is made. */
const signedAge = 3600;

/** The credential issuer's metadata: made once, as JSON and as a JWT signed with the node's access key. */
@Injectable()
export class PublishMetadata {
  private plain?: Promise<PublishedMetadata>;
  private signed?: { readonly at: number; readonly metadata: Promise<PublishedMetadata> };

  constructor(
    private readonly node: NodeContext,
    private readonly directory: NodeDirectory,
    private readonly configurations: CredentialConfigurations,
    private readonly signer: SignMetadata,
    @Inject(credentialIssuerOptions) private readonly options: CredentialIssuerOptions,
  ) {}

  /** Unsigned (`application/json`). */
  asJson(): Promise<PublishedMetadata> {
    this.plain ??= publish(JSON.stringify(this.content()));
    return this.plain;
  }

  /** Signed (`application/jwt`). */
  asJwt(): Promise<PublishedMetadata> {
    const now = Math.floor(this.node.now().getTime() / 1000);
    if (this.signed && Math.abs(now - this.signed.at) < signedAge) return this.signed.metadata;
    const metadata = this.signer.execute(this.content()).then(publish);
    this.signed = { at: now, metadata };
    metadata.catch(() => (this.signed = undefined));
    return metadata;
  }

  private content() {
    const { division, url } = this.node;
    return issuerMetadata({
      url,
      name: this.directory.nodeOf(division)?.name ?? { zhHans: division, zhHant: division, en: division },
      authorizationServer: this.options.issuerUrl,
      requestKey: new IssuerSecrets(this.options.nodeKey).requestKey().publicJwk,
      configurations: this.configurations.describe(),
    });
  }
}

async function publish(text: string): Promise<PublishedMetadata> {
  return { text, compressed: await zip(text), etag: `"${hash('sha256', text, 'base64url').slice(0, 22)}"` };
}
