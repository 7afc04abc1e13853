export { openTrustedDocuments } from './open-trusted-documents.js';
export { TrustedDocuments } from './trusted-documents.js';
