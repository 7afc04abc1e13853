import { KuashiError } from '#libs/kernel';

/** The parameters of a GraphQL request (GraphQL over HTTP, section 5). */
export interface RequestParameters {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Parameters from the body of a POST. @throws KuashiError REQUEST_MALFORMED with the field at fault. */
export function parametersFromBody(body: Buffer | null | undefined): RequestParameters {
  const value =
    body === null || body === undefined || body.length === 0 ? undefined : parseJson(body.toString('utf8'), 'body');
  if (!isMap(value)) throw malformed('body', 'not-json-object');
  return checked(value);
}

/** Parameters from the query of a GET; variables and extensions are JSON text there. */
export function parametersFromQuery(search: URLSearchParams): RequestParameters {
  const variables = search.get('variables');
  const extensions = search.get('extensions');
  return checked({
    query: search.get('query') ?? undefined,
    operationName: search.get('operationName') || undefined,
    variables: variables ? parseJson(variables, 'variables') : undefined,
    extensions: extensions ? parseJson(extensions, 'extensions') : undefined,
  });
}

function checked({ query, operationName, variables, extensions }: Record<string, unknown>): RequestParameters {
  if (typeof query !== 'string' || query === '') throw malformed('query', 'no-document');
  if (isPresent(operationName) && typeof operationName !== 'string') throw malformed('operationName', 'not-text');
  return {
    query,
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : undefined,
    variables: mapOrAbsent(variables, 'variables'),
    extensions: mapOrAbsent(extensions, 'extensions'),
  };
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
