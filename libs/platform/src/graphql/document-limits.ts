import { GraphQLError, type DocumentNode } from 'graphql';
import { KuashiError, measureDocument, type Measured } from '#libs/kernel';

/**
 * What a node or the registry refuses of a document, as one table. The gateway's own limits are stricter, but what it
 * asks has its fragments unfolded in part: these hold for whoever reaches a node past it.
 */
export const documentLimits: Readonly<Partial<Measured>> & { readonly tokens: number } = {
  tokens: 15_000,
  rootFields: 20,
  depth: 20,
  introspectionDepth: 20,
  directives: 100,
  overlaps: 20_000,
};

/** The first limit that a parsed document breaks, before it is validated. */
export function brokenDocumentLimit(document: DocumentNode): GraphQLError | undefined {
  for (const [name, value] of Object.entries(measureDocument(document))) {
    const limit = documentLimits[name as keyof Measured];
    if (limit !== undefined && value > limit) return tooComplex(name, limit);
  }
  return undefined;
}

/** The refusal of a document that exceeds a limit: QUERY_TOO_COMPLEX. */
export function tooComplex(what: string, limit: number): GraphQLError {
  const originalError = new KuashiError('QUERY_TOO_COMPLEX', {
    field: 'query',
    params: { reason: `limit-${what}`, limit },
  });
  return new GraphQLError(originalError.message, { originalError });
}
