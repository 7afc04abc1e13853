import { describeError, KuashiError, type ErrorCode, type Language } from '#libs/kernel';
import { reasonInLanguage } from '../validation/input-reasons.js';

/** What an error's `extensions` hold: the code, the path of the input at fault, what to do; an id when we must look it up. */
export interface ErrorExtensions extends Record<string, unknown> {
  readonly code: ErrorCode;
  readonly field?: string;
  readonly action: string;
  readonly requestId?: string;
}

/** An error as the caller reads it, in the caller's language. */
export interface DescribedError {
  readonly message: string;
  readonly extensions: ErrorExtensions;
}

/** Describes a known error; anything unknown becomes INTERNAL with the request's id and nothing else. */
export function describeToCaller(fault: unknown, language: Language, requestId: string): DescribedError {
  if (!(fault instanceof KuashiError) || fault.code === 'INTERNAL') {
    const { message, action } = describeError('INTERNAL', language);
    return { message, extensions: { code: 'INTERNAL', action, requestId } };
  }
  const { message, action } = describeError(withReason(fault, language), language);
  return { message, extensions: { code: fault.code, ...placed(fault), action } };
}

function placed({ field, params }: KuashiError): Partial<Pick<ErrorExtensions, 'field'>> & Record<string, unknown> {
  const place: Record<string, unknown> = field === undefined ? {} : { field };
  for (const name of ['city', 'retryAfter']) if (params[name] !== undefined) place[name] = params[name];
  return place;
}

/** Reasons of input checks are known by constraint; they are said in the caller's language. */
function withReason(error: KuashiError, language: Language): KuashiError {
  const reason = reasonInLanguage(error.params, language);
  if (reason === undefined) return error;
  return new KuashiError(error.code, { field: error.field, params: { ...error.params, reason } });
}
