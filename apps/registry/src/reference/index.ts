export { ReferenceData } from './reference-data.js';
export { ReferenceModule } from './reference.module.js';
export { RegistryContext } from './registry-context.js';
export { type PageWish, pageOfRows } from './keyset-page.js';
export { NameIndex } from './name-index.js';
export { enumName } from './enum-name.js';
export { sendPublished } from './send-published.js';
