import { envelopeMediaType } from './envelope/envelope-typ.js';

/** What a controller sends back: a signed statement of this node. */
export interface SignedAnswer {
  /** HTTP status: 200, or the status of the error that the statement carries. */
  readonly status: number;
  /** For the Content-Type header. */
  readonly contentType: typeof envelopeMediaType;
  /** Compact JWS. */
  readonly body: string;
}

/** @returns the statement as an answer over HTTP */
export function signedAnswer(body: string, status = 200): SignedAnswer {
  return { status, contentType: envelopeMediaType, body };
}
