import { PublishedDocument, type PublishedDocumentOptions } from './published-document.js';

/** `typ` of the signed trust list. */
export const trustListTyp = 'kuashi-trust-list+jwt';

/** The province's trust list, polled. Its shape is the credential library's `TrustList`. */
export class TrustListSource<T extends object> extends PublishedDocument<T> {
  constructor(options: Omit<PublishedDocumentOptions, 'typ'>) {
    super({ ...options, typ: trustListTyp });
  }
}
