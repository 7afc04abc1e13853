import type { JWK } from 'jose';

/** What the credential issuer is told when the node starts. */
export interface CredentialIssuerOptions {
  /** The authorization server. */
  readonly issuerUrl: string;
  /** The node's private exchange key: it signs to the authorization server; secrets are derived from it. */
  readonly nodeKey: JWK;
}

/** Token of the {@link CredentialIssuerOptions}. */
export const credentialIssuerOptions = Symbol('credentialIssuerOptions');

/** Paths of the protocol's endpoints at the node. */
export const endpointPaths = {
  nonce: '/openid4vci/nonce',
  credential: '/openid4vci/credential',
  deferred: '/openid4vci/deferred-credential',
  notification: '/openid4vci/notification',
  offers: '/openid4vci/credential-offers',
} as const;
