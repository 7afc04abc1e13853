/** What the endpoints of OpenID4VCI 1.0 answer when a request is at fault (§8.3.1.2, §9.3, §11.3). */
export type IssuanceErrorCode =
  | 'invalid_credential_request'
  | 'unknown_credential_configuration'
  | 'unknown_credential_identifier'
  | 'invalid_proof'
  | 'invalid_nonce'
  | 'invalid_encryption_parameters'
  | 'credential_request_denied'
  | 'invalid_transaction_id'
  | 'invalid_notification_id'
  | 'invalid_notification_request';

/** A request to the credential issuer that is refused: status 400, `error` and `error_description`. */
export class IssuanceFault extends Error {
  constructor(
    readonly code: IssuanceErrorCode,
    /** Plain ASCII for the wallet's developer; never personal data. */
    readonly description: string,
  ) {
    super(`${code}: ${description}`);
    this.name = 'IssuanceFault';
  }
}
