/** A typed client of Kuashi: queries, mutations and subscriptions over one endpoint, with nothing but fetch. */
export { whole, type Answer, type Whole } from './answer.js';
export { ApiError, type ClientFault } from './api-error.js';
export { createClient, type Client } from './create-client.js';
export { errorCodes, type ErrorCode } from './generated/error-codes.js';
export { graphql } from './generated/gql.js';
export type * from './generated/graphql.js';
export type { Operation, RequestOptions } from './operation.js';
export * from './operations/index.js';
export type { ClientOptions, Language } from './send.js';
