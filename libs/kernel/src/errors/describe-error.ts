import type { Language } from '../language/language.js';
import { errorCatalogue, type ErrorCode } from './error-catalogue.js';
import { fillIn } from './fill-in.js';
import { isErrorCode, KuashiError } from './kuashi-error.js';

/** What a reader is told about an error. */
export interface ErrorDescription {
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly action: string;
}

/**
 * Says an error (or a bare code) in a language, the placeholders filled in.
 * Anything that is no `KuashiError` is described as INTERNAL: its own text may hold what no reader should see.
 */
export function describeError(error: unknown, language: Language = 'zh-Hans'): ErrorDescription {
  const { code, values } = codeAndValues(error);
  const { message, action } = errorCatalogue[code];
  return { message: fillIn(message[language], language, values), action: fillIn(action[language], language, values) };
}

function codeAndValues(error: unknown): { code: ErrorCode; values: Pick<KuashiError, 'field' | 'params'> } {
  if (error instanceof KuashiError) return { code: error.code, values: error };
  return { code: isErrorCode(error) ? error : 'INTERNAL', values: { params: {} } };
}
