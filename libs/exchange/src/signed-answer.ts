/** What a controller sends back: a signed statement of this node. */
export interface SignedAnswer {
  /** HTTP status: 200, or the status of the error that the JWS carries. */
  readonly status: number;
  /** Compact JWS; the content type is `application/jwt`. */
  readonly body: string;
}
