import type { AccessToken, ClientCredentials, KoaContextWithOIDC } from 'oidc-provider';
import type { StandingOffer } from '../credential-offer/index.js';
import type { PersonaDirectory } from '../persona/index.js';
import { appClientId } from './clients.js';

/** Under this name a token request keeps the offer it redeems. */
export const offerEntity = 'CredentialOffer';

/** The claims of an access token beside RFC 9068's own: all of the account's for the app, the holder for a wallet. */
export function tokenClaims(
  personas: PersonaDirectory,
  context: KoaContextWithOIDC,
  token: AccessToken | ClientCredentials,
): Record<string, unknown> | undefined {
  const offer = context.oidc.entities[offerEntity] as StandingOffer | undefined;
  if (offer !== undefined) return { holder: offer.order.holder, holder_kind: offer.order.holder_kind };
  const subject = 'accountId' in token ? token.accountId : undefined;
  const claims = subject === undefined ? undefined : personas.bySubject(subject)?.claims;
  if (claims === undefined || token.clientId === appClientId) return claims && { ...claims };
  return { holder: claims.holder, holder_kind: claims.holder_kind };
}
