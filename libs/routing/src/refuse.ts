import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { describeError, KuashiError, type Language } from '#libs/kernel';

/** Why a request is not executed at all. */
export class RequestRefused extends Error {
  constructor(
    readonly faults: readonly (GraphQLError | KuashiError)[],
    readonly status?: number,
  ) {
    super('The request is refused');
  }
}

/** The refusal as the caller reads it: each fault with its code, and where in the document it is. */
export function describeRefusal(
  { faults }: RequestRefused,
  language: Language,
  suggestions: boolean,
): GraphQLFormattedError[] {
  return faults.map((fault) => {
    const known = knownFault(fault, suggestions);
    const { message, action } = describeError(known, language);
    const { code, field } = known;
    const locations = fault instanceof GraphQLError ? fault.locations : undefined;
    return {
      message,
      ...(locations && { locations }),
      extensions: { code, ...(field !== undefined && { field }), action },
    };
  });
}

/** A fault by its code; what graphql-js found is QUERY_INVALID, its guesses at names only where `suggestions` are wanted. */
export function knownFault(fault: GraphQLError | KuashiError, suggestions: boolean): KuashiError {
  if (fault instanceof KuashiError) return fault;
  if (fault.originalError instanceof KuashiError) return fault.originalError;
  const { message } = fault;
  const reason = suggestions ? message : message.replace(/ Did you mean .*$/s, '');
  return new KuashiError('QUERY_INVALID', { field: variableIn(message), params: { reason: shortened(reason) } });
}

/** Whether guesses at names are worth their time: the distance of a text to each name is as costly as the text is long. */
export const mayGuess = (text: string): boolean => text.length < 10_000;

/** What a caller wrote is said back in part only: a name may be as long as the request. */
export function shortened(text: string, most = 400): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** The place of a variable's value that does not fit, as graphql-js says it: `input.division`. */
function variableIn(message: string): string | undefined {
  const [, variable, place] =
    /^Variable "\$(\w+)" (?:got invalid value .*?(?: at "([^"]+)")?; |of required type |of non-null type )/s.exec(
      message,
    ) ?? [];
  return place ?? variable;
}
