/** Ready operations of a citizen app; an app writes its own with `graphql()` (README). */
export { guide, searchItems } from './catalogue.js';
export { evidenceFor, myCertificates } from './certificates.js';
export { applicationById, myApplications, submitApplication } from './applications.js';
