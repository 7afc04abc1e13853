export { RequestPresentation, type PresentationRequest, type VerifiedPresentation } from './request-presentation.js';
