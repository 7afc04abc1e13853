export type { CredentialConfiguration } from './credential-configuration.js';
export { CredentialIssuers, type CredentialIssuer } from './credential-issuers.js';
export { IssuerDirectory } from './issuer-directory.js';
export { IssuerMetadata } from './issuer-metadata.js';
