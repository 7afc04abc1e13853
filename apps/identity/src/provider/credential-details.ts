import { errors, type AuthorizationDetail, type Client, type KoaContextWithOIDC } from 'oidc-provider';
import type { CredentialConfiguration } from '../credential-issuer/index.js';
import type { StandingOffer } from '../credential-offer/index.js';
import { type credentialDetailType } from './wallet-terms.js';

/** Authorization details that name a credential, as a wallet asks and as a token says. */
export interface CredentialDetail extends AuthorizationDetail {
  readonly type: typeof credentialDetailType;
  readonly credential_configuration_id: string;
  readonly credential_identifiers?: readonly string[];
  readonly locations?: readonly string[];
}

const members = new Set(['type', 'credential_configuration_id', 'claims', 'locations']);

/** Whether details have the form. Whether there is such a configuration is asked once the issuer is known. */
export function validateDetail(_context: KoaContextWithOIDC, detail: AuthorizationDetail, _client?: Client): void {
  const unknown = Object.keys(detail).find((name) => !members.has(name));
  if (unknown !== undefined) throw new errors.InvalidAuthorizationDetails(`unknown member ${unknown}`);
  if (typeof detail['credential_configuration_id'] !== 'string' || detail['credential_configuration_id'] === '') {
    throw new errors.InvalidAuthorizationDetails('credential_configuration_id must be a non-empty string');
  }
}

/** The details of a request's parameter; none without it. The provider has parsed and checked it before. */
export function detailsOf(parameter: unknown): readonly CredentialDetail[] {
  return typeof parameter === 'string' ? (JSON.parse(parameter) as CredentialDetail[]) : [];
}

/** The details a request's token is given: those asked for, with the certificates of the offer they came by. */
export function grantedDetails(
  asked: readonly CredentialDetail[],
  offer: StandingOffer | undefined,
): CredentialDetail[] {
  return asked.map(({ type, credential_configuration_id: id, locations }) => ({
    type,
    credential_configuration_id: id,
    ...(locations === undefined ? {} : { locations }),
    credential_identifiers: offeredIdentifiers(offer, id) ?? [id],
  }));
}

function offeredIdentifiers(offer: StandingOffer | undefined, id: string): readonly string[] | undefined {
  const details = offer?.order.authorization_details.filter((detail) => detail.credential_configuration_id === id);
  return details?.length ? details.flatMap((detail) => detail.credential_identifiers) : undefined;
}

/** The details of an offer whose configurations these scopes name. */
export function offeredByScope(
  offer: StandingOffer,
  configurations: readonly CredentialConfiguration[],
  scopes: ReadonlySet<string>,
): CredentialDetail[] {
  const ids = new Set(configurations.filter(({ scope }) => scopes.has(scope ?? '')).map(({ id }) => id));
  return offer.order.authorization_details
    .filter((detail) => ids.has(detail.credential_configuration_id))
    .map((detail) => ({ ...detail }));
}

/**
 * The part of what was granted that a token request asks for; all of it when it does not ask.
 * @throws InvalidAuthorizationDetails for what was not granted
 */
export function chosenDetails(granted: readonly CredentialDetail[], parameter: unknown): CredentialDetail[] {
  const asked = detailsOf(parameter);
  if (asked.length === 0) return [...granted];
  return asked.flatMap(({ credential_configuration_id: id }) => {
    const chosen = granted.filter((detail) => detail.credential_configuration_id === id);
    if (chosen.length === 0) throw new errors.InvalidAuthorizationDetails(`${id} was not granted`);
    return chosen;
  });
}
