import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** A GraphQL document that knows what it takes and answers, as `graphql()` makes it. */
export interface Operation<Data, Variables> extends DocumentTypeDecoration<Data, Variables> {
  toString(): string;
}

/** How one request is made. */
export interface RequestOptions {
  /** ends the request */
  readonly signal?: AbortSignal;
}

/** What follows the document: variables, where it takes some, and how to ask. */
export type Rest<Variables> =
  Variables extends Record<string, never>
    ? [variables?: Variables, options?: RequestOptions]
    : [variables: Variables, options?: RequestOptions];
