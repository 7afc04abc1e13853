import type { PublicSchema } from '../read-public-schema.js';
import { lintDeprecations } from './deprecations.js';
import { lintDescriptions } from './descriptions.js';
import { lintLists } from './lists.js';
import { lintNames } from './names.js';
import { lintNodes } from './nodes.js';
import { lintTexts } from './texts.js';

/** Where the public schema is not of one piece, a sentence each. Empty when all is well. */
export function lintPublicSchema(published: PublicSchema): string[] {
  const { schema } = published;
  return [
    ...lintDescriptions(schema),
    ...lintLists(published),
    ...lintNodes(schema),
    ...lintDeprecations(schema),
    ...lintTexts(schema),
    ...lintNames(schema),
  ];
}
