import { isUtf8 } from 'node:buffer';
import { KuashiError } from '#libs/kernel';

/** The parameters of a GraphQL request (GraphQL over HTTP, section 5). */
export interface RequestParameters {
  /** empty when `documentId` names the document */
  readonly query: string;
  readonly documentId?: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Parameters from the body of a POST. @throws KuashiError REQUEST_MALFORMED with the field at fault; BATCH_UNSUPPORTED. */
export function parametersFromBody(body: Buffer): RequestParameters {
  if (!isUtf8(body)) throw malformed('body', 'not-utf8');
  const value = body.length === 0 ? undefined : parseJson(body.toString('utf8'), 'body');
  if (Array.isArray(value)) throw new KuashiError('BATCH_UNSUPPORTED', { field: 'body' });
  if (!isMap(value)) throw malformed('body', 'not-json-object');
  return checked(value);
}

/** Parameters from a message that was read already. @throws KuashiError REQUEST_MALFORMED with the field at fault. */
export function parametersFromMessage(payload: object): RequestParameters {
  return checked({ ...payload });
}

/** Parameters from the query of a GET; variables and extensions are JSON text there. */
export function parametersFromQuery(search: URLSearchParams): RequestParameters {
  const variables = search.get('variables');
  const extensions = search.get('extensions');
  return checked({
    query: search.get('query') ?? undefined,
    documentId: search.get('documentId') ?? undefined,
    operationName: search.get('operationName') || undefined,
    variables: variables ? parseJson(variables, 'variables') : undefined,
    extensions: extensions ? parseJson(extensions, 'extensions') : undefined,
  });
}

function checked(given: Record<string, unknown>): RequestParameters {
  const { query, operationName, variables } = given;
  const extensions = mapOrAbsent(given['extensions'], 'extensions');
  const documentId = idOfDocument(given['documentId'], extensions);
  if (isPresent(query) && typeof query !== 'string') throw malformed('query', 'not-text');
  if (!query && documentId === undefined) throw malformed('query', 'no-document');
  if (isPresent(operationName) && typeof operationName !== 'string') throw malformed('operationName', 'not-text');
  return {
    query: typeof query === 'string' ? query : '',
    documentId,
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : undefined,
    variables: mapOrAbsent(variables, 'variables'),
    extensions,
  };
}

/** By the parameter of the specification's appendix, or by Apollo's extension, whose hash is the same id. */
function idOfDocument(documentId: unknown, extensions: Record<string, unknown> | undefined): string | undefined {
  if (isPresent(documentId)) {
    if (typeof documentId !== 'string') throw malformed('documentId', 'not-text');
    return documentId;
  }
  const persisted = extensions?.['persistedQuery'];
  if (!isMap(persisted)) return undefined;
  const { sha256Hash } = persisted;
  if (typeof sha256Hash !== 'string') throw malformed('extensions.persistedQuery.sha256Hash', 'not-text');
  return `sha256:${sha256Hash}`;
}

/** Deeper values than anything here takes would exhaust the stack of whoever reads or writes them. */
const mostLevels = 64;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

function mapOrAbsent(value: unknown, field: string): Record<string, unknown> | undefined {
  if (!isPresent(value)) return undefined;
  if (!isMap(value)) throw malformed(field, 'not-json-object');
  if (isDeeperThan(mostLevels, value)) throw malformed(field, 'too-deep');
  return value;
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string, field: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(field, 'not-json');
  }
}

function malformed(field: string, reason: string): KuashiError {
  return new KuashiError('REQUEST_MALFORMED', { field, params: { reason } });
}
