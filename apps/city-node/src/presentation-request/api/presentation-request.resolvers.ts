import {
  PresentationCheckResolver,
  PresentationRequestResolver,
  PresentedCredentialResolver,
} from './presentation-request.resolver.js';

/** Every resolver of the feature, for its module and for the contract. */
export const presentationRequestResolvers = [
  PresentationRequestResolver,
  PresentedCredentialResolver,
  PresentationCheckResolver,
];
