import { isErrorCode, KuashiError, languages, type ErrorParam, type ErrorParams } from '#libs/kernel';
import { isJsonObject } from './canonical-json.js';

/** An error as it travels between nodes: the code of the closed catalogue and what fills its texts; never a text. */
export interface CarriedError {
  readonly code: string;
  readonly field?: string;
  readonly params: ErrorParams;
}

/** @returns the error without its cause, which stays here */
export function carry({ code, field, params }: KuashiError): CarriedError {
  return { code, field, params };
}

/**
 * The error that another node has signed.
 * @returns undefined when it is not one of the catalogue's
 */
export function carriedError(value: unknown): KuashiError | undefined {
  if (!isJsonObject(value) || !isErrorCode(value.code)) return undefined;
  const { code, field, params = {} } = value;
  if (field !== undefined && typeof field !== 'string') return undefined;
  if (!isJsonObject(params) || !Object.values(params).every(isParameter)) return undefined;
  return new KuashiError(code, { field, params: params as ErrorParams });
}

/** A text, a number, or one text in every language. */
function isParameter(value: unknown): value is ErrorParam {
  if (typeof value === 'string' || typeof value === 'number') return true;
  return isJsonObject(value) && languages.every((language) => typeof value[language] === 'string');
}
