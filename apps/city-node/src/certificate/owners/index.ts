export { CertificateOwner } from './certificate-owner.entity.js';
export { coOwnersOf, enterOwners, type Ownership, sharedWith } from './owners-of.js';
