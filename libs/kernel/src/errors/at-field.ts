import { KuashiError } from './kuashi-error.js';

/** An error as the caller shall read it: with the path of the input it is about; what is no error of the catalogue stays. */
export function atField(error: unknown, field: string): unknown {
  if (!(error instanceof KuashiError)) return error;
  return new KuashiError(error.code, { field, params: error.params, cause: error });
}
