/** Requests for certificates out of wallets (OpenID4VP 1.0) at the node of the city that asks. */
export { presentationRequestResolvers } from './api/presentation-request.resolvers.js';
export { PresentationRequestModule, type PresentationOptions } from './presentation-request.module.js';
export { presentationRequestEntities, presentationRequestMigrations } from './record/schema.js';
