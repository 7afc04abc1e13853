import type { JWK } from 'jose';
import type { LocalizedName } from '#seeds';
import { endpointPaths } from '../issuer-options.js';
import { batchSize } from '../rules/credential-request.js';
import { contentEncryptions, encryptionAlgorithms } from '../rules/response-encryption.js';
import { displayIn } from './display.js';

/** What the metadata of a credential issuer is made of. */
export interface IssuerFacts {
  /** The credential issuer's identifier: the node's address. */
  readonly url: string;
  readonly name: LocalizedName;
  readonly authorizationServer: string;
  /** Public key for encrypted requests. */
  readonly requestKey: JWK;
  /** `credential_configurations_supported` */
  readonly configurations: Readonly<Record<string, object>>;
}

/** Credential Issuer Metadata (OpenID4VCI 1.0 §12.2.4). */
export function issuerMetadata({ url, name, authorizationServer, requestKey, configurations }: IssuerFacts) {
  return {
    credential_issuer: url,
    authorization_servers: [authorizationServer],
    credential_endpoint: `${url}${endpointPaths.credential}`,
    nonce_endpoint: `${url}${endpointPaths.nonce}`,
    deferred_credential_endpoint: `${url}${endpointPaths.deferred}`,
    notification_endpoint: `${url}${endpointPaths.notification}`,
    credential_request_encryption: {
      jwks: { keys: [requestKey] },
      enc_values_supported: contentEncryptions,
      encryption_required: false,
    },
    credential_response_encryption: {
      alg_values_supported: encryptionAlgorithms,
      enc_values_supported: contentEncryptions,
      encryption_required: false,
    },
    batch_credential_issuance: { batch_size: batchSize },
    display: displayIn(name),
    credential_configurations_supported: configurations,
  };
}
