import type { PublicSchema } from '../read-public-schema.js';
import type { AccessTable } from './access.js';
import { apiPage } from './api-page.js';
import { errorCodesPage } from './error-codes-page.js';
import { typesPage } from './types-page.js';

/** The generated pages of docs/, by file name, as Markdown that prettier has yet to set. */
export function generatedPages(published: PublicSchema, access: AccessTable): ReadonlyMap<string, string> {
  return new Map([
    ['error-codes.md', errorCodesPage()],
    ['api.md', apiPage(published, access)],
    ['api-types.md', typesPage(published)],
  ]);
}
