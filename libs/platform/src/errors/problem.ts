import type { KuashiError, Language } from '#libs/kernel';
import { describeToCaller } from './describe-to-caller.js';

/** An error of an endpoint that is not GraphQL, as problem details (RFC 9457); a fault without one is INTERNAL. */
export function problemOf(
  error: KuashiError | undefined,
  status: number,
  { language, requestId }: { readonly language: Language; readonly requestId: string },
): object {
  const { message, extensions } = describeToCaller(error, language, requestId);
  return { type: `urn:kuashi:error:${extensions.code}`, title: message, status, ...extensions, requestId };
}
