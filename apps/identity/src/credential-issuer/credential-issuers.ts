import type { CredentialConfiguration } from './credential-configuration.js';
import type { IssuerDirectory } from './issuer-directory.js';
import type { IssuerMetadata } from './issuer-metadata.js';

/** A credential issuer (OpenID4VCI): a node that issues to wallets. */
export interface CredentialIssuer {
  /** Its identifier, the address of the node; the audience of its access tokens. */
  readonly url: string;
  readonly configurations: readonly CredentialConfiguration[];
}

/** The credential issuers this server gives access tokens for: the nodes of the directory. */
export class CredentialIssuers {
  constructor(
    private readonly directory: IssuerDirectory,
    private readonly metadata: IssuerMetadata,
  ) {}

  /** The issuer with this identifier, if a node has this address. */
  async byUrl(url: string): Promise<CredentialIssuer | undefined> {
    const node = await this.directory.nodeAt(url);
    return node && { url: node.url, configurations: await this.metadata.configurations(node.url) };
  }

  /** The identifier of the issuer a scope (`430100.household-register`) belongs to, by the division it begins with. */
  async urlOfScope(scope: string): Promise<string | undefined> {
    const division = /^(\d{6})\../.exec(scope)?.[1];
    return division === undefined ? undefined : (await this.directory.nodeOf(division))?.url;
  }
}
