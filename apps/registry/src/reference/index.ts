export { ReferenceData } from './reference-data.js';
export { ReferenceModule } from './reference.module.js';
export { RegistryContext } from './registry-context.js';
export { type PageWish, pageOfHits } from './keyset-page.js';
export { type Hit, NameIndex } from './search/name-index.js';
export { SearchArgs } from './search/search.args.js';
export { enumName } from './enum-name.js';
export { sendPublished } from './send-published.js';
