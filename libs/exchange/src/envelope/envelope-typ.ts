/** What a signed envelope is: the `typ` of its header, so that none can pass for another. */
export type EnvelopeTyp = 'kuashi-message+jwt' | 'kuashi-receipt+jwt' | 'kuashi-question+jwt' | 'kuashi-answer+jwt';

/** What a node signs for whoever may read it: it has no addressee and does not age. */
export type StatementTyp = 'kuashi-use-receipt+jwt';

/** The only algorithm. It stands here and is never read from an envelope. */
export const envelopeAlgorithm = 'ES256';

/** Media type of an envelope in HTTP. */
export const envelopeMediaType = 'application/jwt';
