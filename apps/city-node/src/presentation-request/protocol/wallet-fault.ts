/** Error codes a wallet is answered with (RFC 6749 §4.1.2.1, OpenID4VP 1.0 §8.5) and their HTTP status. */
const statuses = {
  invalid_request: 400,
  vp_formats_not_supported: 400,
  not_found: 404,
  request_too_large: 413,
  temporarily_unavailable: 503,
} as const;

/** Error code for a wallet. */
export type WalletFaultCode = keyof typeof statuses;

/** What a wallet sent cannot be used; the description is for its developer and names nobody. */
export class WalletFault extends Error {
  constructor(
    readonly code: WalletFaultCode,
    readonly description: string,
  ) {
    super(`${code}: ${description}`);
    this.name = 'WalletFault';
  }

  get status(): number {
    return statuses[this.code];
  }

  /** The body of the answer. `not_found` and sizes are HTTP's words: in OAuth's they are invalid requests. */
  get body(): { readonly error: string; readonly error_description: string } {
    const error = this.status === 404 || this.status === 413 ? 'invalid_request' : this.code;
    return { error, error_description: this.description };
  }
}
