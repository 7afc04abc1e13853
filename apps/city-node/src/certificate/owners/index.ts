export { CertificateOwner } from './certificate-owner.entity.js';
export { coOwnersOf, coOwnersOfAll, enterOwners, type Ownership, sharedWith } from './owners-of.js';
