export { AuthorityKey } from './authority-key.entity.js';
export { IssuerKeys } from './issuer-keys.js';
export { X509Chains } from './x509-chains.js';
export { KeySeal } from './key-seal.js';
export { StateIssuers } from './state-issuers.js';
export { IssuerModule } from './issuer.module.js';
export { statedIssuers } from './stated-issuers.js';
