import type { Sent } from './wire.js';

/** Something that nobody asks in good faith, and how it has to be refused. */
export interface Abuse {
  readonly what: string;
  readonly sent: Sent;
  readonly status: number;
  /** code of the error; absent where the protocol below has no place for one */
  readonly code?: string;
}

/** A document that is refused; 400 for a reader of `application/graphql-response+json`. */
export function document(what: string, query: string, code: string, variables?: unknown): Abuse {
  return { what, sent: { body: JSON.stringify({ query, variables }) }, status: 400, code };
}

/** A body that is refused before there is a document. */
export function body(what: string, content: string | Buffer, status = 400, code = 'REQUEST_MALFORMED'): Abuse {
  return { what, sent: { body: content }, status, code };
}

/** So many of something, each told its number. */
export const many = (count: number, text: (n: number) => string, separator = ' '): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(separator);

/** A query that anybody may ask. */
export const goodQuery = '{ cities { division } }';
