import { ApiError, clientFault, type AnsweredError } from './api-error.js';

/** An answer: the data, and why some of it is missing, if some is. */
export interface Answer<Data> {
  readonly data: Data;
  /** one for each place that is null because something went wrong; empty when the answer is whole */
  readonly errors: readonly ApiError[];
  /** cities that could not be asked: what they hold is missing, the rest holds */
  readonly unavailableCities: readonly string[];
}

/** The body of a GraphQL answer, as it came. */
interface Body {
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[];
}

/** Reads a body. @throws ApiError when nothing was answered at all */
export function readAnswer<Data>(body: unknown): Answer<Data> {
  if (!isBody(body)) throw clientFault('ANSWER_UNREADABLE', 'This is no answer of a GraphQL server.');
  const errors = (body.errors ?? []).map((error) => new ApiError(error));
  const [first] = errors;
  if (body.data === undefined || body.data === null) {
    throw first ?? clientFault('ANSWER_UNREADABLE', 'The answer holds neither data nor errors.');
  }
  const cities = errors.flatMap(({ code, city }) => (code.startsWith('NODE_') && city ? [city] : []));
  return { data: body.data as Data, errors, unavailableCities: [...new Set(cities)] };
}

/** The data of an answer that must be whole. @throws ApiError the first one of an answer that is not */
export function whole<Data>({ data, errors: [first] }: Pick<Answer<Data>, 'data' | 'errors'>): Whole<Data> {
  if (first) throw first;
  return data as Whole<Data>;
}

/** Data whose root fields are all there. */
export type Whole<Data> = { readonly [Field in keyof Data]: NonNullable<Data[Field]> };

function isBody(body: unknown): body is Body {
  if (typeof body !== 'object' || body === null) return false;
  const { errors } = body as Body;
  return errors === undefined || (Array.isArray(errors) && errors.every(isAnsweredError));
}

const isAnsweredError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && typeof (error as AnsweredError).message === 'string';
