export { TrustModule } from './trust.module.js';
export { Authorities } from './authorities.js';
export { PublishedTrustList } from './published-trust-list.js';
export { NodeIssuers } from './node-issuers.entity.js';
export { TrustListVersion } from './trust-list-version.entity.js';
