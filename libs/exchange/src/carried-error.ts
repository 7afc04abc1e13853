import { isErrorCode, KuashiError } from '#libs/kernel';
import { isJsonObject } from './canonical-json.js';

/** An error as it travels between nodes: the code of the closed catalogue and what fills its texts; never a text. */
export interface CarriedError {
  readonly code: string;
  readonly field?: string;
  readonly params: Readonly<Record<string, string | number>>;
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
  return new KuashiError(code, { field, params: params as Record<string, string | number> });
}

function isParameter(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
