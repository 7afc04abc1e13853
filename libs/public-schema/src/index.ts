/** The public schema as a product: its rules, its pages, its changes. Nothing here runs in a program. */
export { judgeChanges, type Judgement } from './changes/judge-changes.js';
export { type SchemaChange } from './changes/compare-schemas.js';
export { schemaTextsNow, type SchemaTexts } from './changes/schema-texts.js';
export { errorCodesModule } from './client/error-codes-module.js';
export { lintPublicSchema } from './lint/lint-public-schema.js';
export { readPublicSchema, type PublicSchema } from './read-public-schema.js';
export { type Access, type AccessTable } from './pages/access.js';
export { generatedPages } from './pages/pages.js';
