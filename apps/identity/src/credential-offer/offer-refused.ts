/** Why an offer is not taken, as OAuth says it (RFC 6749, section 5.2). */
export class OfferRefused extends Error {
  constructor(
    readonly error: 'invalid_request' | 'invalid_client' | 'temporarily_unavailable',
    description: string,
  ) {
    super(description);
    this.name = 'OfferRefused';
  }

  /** HTTP status of the answer. */
  get status(): number {
    return { invalid_request: 400, invalid_client: 401, temporarily_unavailable: 503 }[this.error];
  }
}
