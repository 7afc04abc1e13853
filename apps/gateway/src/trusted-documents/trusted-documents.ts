import { KuashiError } from '#libs/kernel';
import type { GraphQLRequest } from '#libs/platform';

/**
 * Documents that are registered: clients may name them by their hash instead of sending them, and where nothing else is
 * trusted, they are all that runs.
 */
export class TrustedDocuments {
  private readonly byId: ReadonlyMap<string, string>;
  private readonly texts: ReadonlySet<string>;

  /**
   * @param byHash document texts by the SHA-256 of their UTF-8, in hexadecimal digits
   * @param only whether any other document is refused
   */
  constructor(
    byHash: ReadonlyMap<string, string>,
    private readonly only: boolean,
  ) {
    this.byId = new Map([...byHash].map(([hash, text]) => [`sha256:${hash}`, text]));
    this.texts = new Set(byHash.values());
  }

  /** The document to run; or why none is. A client that sends both id and text, to have it registered, gets the text run. */
  textOf({ query, documentId }: Pick<GraphQLRequest, 'query' | 'documentId'>): string | KuashiError {
    if (documentId !== undefined) {
      const known = this.byId.get(documentId.toLowerCase());
      if (known !== undefined && query !== '' && query !== known) return otherText();
      if (known !== undefined) return known;
      if (query === '') return new KuashiError('PERSISTED_QUERY_NOT_FOUND', { field: 'documentId' });
    }
    if (this.only && !this.texts.has(query)) return new KuashiError('DOCUMENT_NOT_TRUSTED', { field: 'query' });
    return query;
  }
}

function otherText(): KuashiError {
  return new KuashiError('REQUEST_MALFORMED', { field: 'documentId', params: { reason: 'hash-differs' } });
}
