import { errorCatalogue } from '#libs/kernel';

/** The module of the TypeScript client that knows every error code. */
export function errorCodesModule(): string {
  const codes = Object.keys(errorCatalogue).map((code) => `  '${code}',`);
  return [
    '/** Written by `npm run client`. Every code that an answer can carry; docs/error-codes.md tells each. */',
    'export const errorCodes = [',
    ...codes,
    '] as const;',
    '',
    '/** One of them. */',
    'export type ErrorCode = (typeof errorCodes)[number];',
    '',
  ].join('\n');
}
