export { CredentialOffersController } from './credential-offers.controller.js';
export type { OfferedDetail, OfferOrder } from './offer-order.js';
export { offerTyp, OpenOffer } from './open-offer.js';
export { mostWrongTries, StandingOffers, type RedemptionRefusal, type StandingOffer } from './standing-offers.js';
