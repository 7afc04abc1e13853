import { KuashiError } from '#libs/kernel';
import { GraphQLError, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { describeToCaller } from '../errors/describe-to-caller.js';
import type { GraphQLRequest } from '../graphql-http/graphql-request.js';
import { fieldOfInput } from './field-of-input.js';

/** Hears of faults that are no KuashiError, for the log. */
export type FaultListener = (fault: unknown, request: Pick<GraphQLRequest, 'requestId'>) => void;

/** What is known beside the error. */
export interface ErrorSurroundings {
  readonly document?: DocumentNode;
  readonly request: GraphQLRequest;
  readonly onFault: FaultListener;
}

/** An error as the answer carries it: in the caller's language, with its code and field, without stack or internals. */
export function formatError(
  error: GraphQLError,
  { document, request, onFault }: ErrorSurroundings,
): GraphQLFormattedError {
  const known = knownError(error, document);
  if (known === undefined) onFault(error.originalError ?? error, request);
  const { message, extensions } = describeToCaller(known ?? error, request.language, request.requestId);
  return { message, locations: error.locations, path: error.path, extensions };
}

function knownError(error: GraphQLError, document: DocumentNode | undefined): KuashiError | undefined {
  const root = rootOf(error);
  if (root instanceof KuashiError) return placed(root, error, document);
  const fromGraphQL =
    root instanceof GraphQLError && (error.path === undefined || root.message.startsWith('Argument "'));
  if (!fromGraphQL) return undefined;
  return new KuashiError('QUERY_INVALID', { params: { reason: shortened(error.message) } });
}

/** What a caller wrote is said back in part only: a name may be as long as the request. */
const shortened = (text: string): string => (text.length > mostReason ? `${text.slice(0, mostReason)}…` : text);
const mostReason = 400;

/** The error at the bottom: graphql-js wraps what scalars and resolvers throw, sometimes twice. */
function rootOf(error: Error): Error {
  return error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;
}

/** An error a scalar threw does not know where its value stood. */
function placed(root: KuashiError, error: GraphQLError, document: DocumentNode | undefined): KuashiError {
  if (root.field !== undefined || error.path !== undefined) return root;
  return new KuashiError(root.code, { field: fieldOfInput(error, document), params: root.params, cause: root.cause });
}
