import type { ErrorCode } from './generated/error-codes.js';

/** What goes wrong before an API answers: nobody was there, or what came was no answer of a GraphQL server. */
export type ClientFault = 'SERVER_UNREACHABLE' | 'ANSWER_UNREADABLE';

/** An entry of `errors` as it came. */
export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An error of the API. It is known by its code (docs/error-codes.md); the texts are for people, in the client's language. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** what went wrong, of a closed set; a newer server may know more */
  readonly code: ErrorCode | ClientFault;
  /** what the reader can do about it */
  readonly action?: string;
  /** path of the input at fault: `input.materials.0.certificate` */
  readonly field?: string;
  /** division code of the city that is meant */
  readonly city?: string;
  /** seconds after which it is worth trying again */
  readonly retryAfter?: number;
  /** id of the request, for the operators */
  readonly requestId?: string;
  /** where in the answer something is missing because of it; empty when nothing was answered */
  readonly path: readonly (string | number)[];

  constructor({ message, path = [], extensions = {} }: AnsweredError, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
    this.code = (textIn(extensions, 'code') ?? 'ANSWER_UNREADABLE') as ErrorCode | ClientFault;
    this.action = textIn(extensions, 'action');
    this.field = textIn(extensions, 'field');
    this.city = textIn(extensions, 'city');
    this.requestId = textIn(extensions, 'requestId');
    const { retryAfter } = extensions;
    if (typeof retryAfter === 'number') this.retryAfter = retryAfter;
  }
}

/** A fault that the client found itself. */
export function clientFault(code: ClientFault, message: string, cause?: unknown): ApiError {
  return new ApiError({ message, extensions: { code } }, { cause });
}

function textIn(extensions: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = extensions[name];
  return typeof value === 'string' ? value : undefined;
}
