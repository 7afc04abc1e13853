/** Certificates into wallets: the credential issuer of OpenID4VCI 1.0. */
export { CredentialIssuanceModule } from './credential-issuance.module.js';
export { CredentialOfferResolver } from './offer/offer.resolver.js';
export { credentialIssuanceEntities, credentialIssuanceMigrations } from './schema.js';
