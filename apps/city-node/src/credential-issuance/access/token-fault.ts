/** Algorithms of DPoP proofs (RFC 9449). */
export const dpopAlgorithms = ['ES256', 'EdDSA'] as const;

/** How a protected resource refuses a token (RFC 6750 §3.1, RFC 9449 §7.1). */
export type TokenErrorCode = 'invalid_request' | 'invalid_token' | 'insufficient_scope' | 'invalid_dpop_proof';

const statuses: Readonly<Record<TokenErrorCode, number>> = {
  invalid_request: 400,
  invalid_token: 401,
  invalid_dpop_proof: 401,
  insufficient_scope: 403,
};

/** The token of a request, or the proof that goes with it, is refused. */
export class TokenFault extends Error {
  constructor(
    /** Absent: the request brought no token at all. */
    readonly code?: TokenErrorCode,
    readonly description?: string,
  ) {
    super(code ?? 'no access token');
    this.name = 'TokenFault';
  }

  get status(): number {
    return this.code === undefined ? 401 : statuses[this.code];
  }

  /** `WWW-Authenticate`: both schemes, each with the fault. */
  get challenges(): readonly string[] {
    const fault = [
      ...(this.code === undefined ? [] : [`error="${this.code}"`]),
      ...(this.description === undefined ? [] : [`error_description="${this.description}"`]),
    ];
    const algorithms = `algs="${dpopAlgorithms.join(' ')}"`;
    const bearer = this.code === 'invalid_dpop_proof' || fault.length === 0 ? '' : ` ${fault.join(', ')}`;
    return [`DPoP ${[algorithms, ...fault].join(', ')}`, `Bearer${bearer}`];
  }
}
