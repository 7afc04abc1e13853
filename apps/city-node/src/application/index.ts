/** Applications (办件) at the node of the competent city. */
export { ApplicationModule } from './application.module.js';
export { applicationResolvers } from './api/application-resolvers.js';
export { Application } from './api/application.model.js';
export { ApplicantKind } from './api/application-vocabulary.js';
export { DeliveryField, MaterialsField } from './api/filing-fields.js';
export { DocumentInput, MaterialInput } from './api/material.input.js';
export { ApplicationDocument } from './api/application-step.model.js';
export { nextNumber } from './record/next-number.js';
export { View, viewOf } from './rules/policies.js';
export { FindApplications } from './record/find-applications.js';
export { applicationEntities, applicationMigrations } from './record/schema.js';
export { assertFilingAllowed, windowMode } from './rules/filing-rules.js';
export { judgeFiling, MaterialForm, type OfferedMaterial } from './rules/material-rules.js';
export { drawUp, type Notice } from './rules/notice.js';
export { Actor, ApplicationState, DeliveryMethod, DocumentKind } from './rules/vocabulary.js';
export { FileApplication, type NewCase } from './use-case/file-application.js';
export { PrepareFiling, type FilingRequest } from './use-case/prepare-filing.js';
export { TendApplications } from './use-case/tend-applications.js';
