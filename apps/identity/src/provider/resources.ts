import { accessTokenAudience } from '#libs/platform';
import { errors, type Client, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import type { CredentialIssuer, CredentialIssuers } from '../credential-issuer/index.js';
import type { StandingOffers } from '../credential-offer/index.js';
import { appClientId } from './clients.js';
import { detailsOf } from './credential-details.js';
import { credentialTokenSeconds } from './wallet-terms.js';

/** The app's one resource (RFC 8707): the gateway and every node, audience `kuashi`. */
export const kuashiResource = 'urn:kuashi';

/** Seconds an access token of the app lives. */
export const accessTokenSeconds = 1800;

const kuashi: ResourceServer = {
  audience: accessTokenAudience,
  scope: 'kuashi',
  accessTokenTTL: accessTokenSeconds,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'ES256' } },
};

/** A credential issuer as a resource. */
export function credentialResource(url: string, scope: string): ResourceServer {
  return { ...kuashi, audience: url, scope, accessTokenTTL: credentialTokenSeconds };
}

/** What tokens are for: the app's for the GraphQL API, a wallet's for one credential issuer, never the other's. */
export class Resources {
  constructor(
    private readonly issuers: CredentialIssuers,
    private readonly offers: StandingOffers,
  ) {}

  /** The resource of a request that names none: the issuer its details, scopes, offer or code point to. */
  async usual(context: KoaContextWithOIDC, client: Client): Promise<string> {
    if (client.clientId === appClientId) return kuashiResource;
    const pointed = new Set(await this.#pointedTo(context));
    if (pointed.size > 1) throw new errors.InvalidTarget('a request may concern one credential issuer only');
    const [url] = pointed;
    if (url !== undefined) return url;
    if (credentialScopes(context).length > 0) throw new errors.InvalidScope('no credential has this scope', '');
    throw new errors.InvalidTarget('name the credential issuer by resource, locations, scope or issuer_state');
  }

  /** @throws InvalidTarget, InvalidScope, InvalidAuthorizationDetails, TemporarilyUnavailable */
  async info(context: KoaContextWithOIDC, resource: string, client: Client): Promise<ResourceServer> {
    if (client.clientId === appClientId) {
      if (resource !== kuashiResource) throw new errors.InvalidTarget();
      return kuashi;
    }
    const issuer = await this.issuer(resource);
    this.#assertOfOffer(context, issuer);
    assertCredentials(context, issuer);
    const scopes = issuer.configurations.map(({ scope }) => scope).filter((scope) => scope !== undefined);
    return credentialResource(issuer.url, scopes.join(' '));
  }

  /** @throws InvalidTarget for what is no credential issuer; TemporarilyUnavailable when it cannot be asked */
  async issuer(url: string): Promise<CredentialIssuer> {
    const issuer = await this.issuers.byUrl(url).catch(unavailable);
    if (issuer === undefined) throw new errors.InvalidTarget('the resource is no credential issuer');
    return issuer;
  }

  /** Certificates of an offer are its issuer's: another has none of their identifiers. */
  #assertOfOffer({ oidc: { params } }: KoaContextWithOIDC, { url }: CredentialIssuer): void {
    const offer = this.offers.ofState(text(params?.['issuer_state']));
    if (offer === undefined || offer.order.credential_issuer === url) return;
    throw new errors.InvalidTarget('the offer is of another credential issuer');
  }

  async #pointedTo(context: KoaContextWithOIDC): Promise<string[]> {
    const { params, provider } = context.oidc;
    const scopes = credentialScopes(context).map((scope) => this.issuers.urlOfScope(scope).catch(unavailable));
    const code = await provider.AuthorizationCode.find(text(params?.['code']));
    const pointed = [
      ...detailsOf(params?.['authorization_details']).flatMap(({ locations = [] }) => locations),
      ...(await Promise.all(scopes)),
      this.offers.ofState(text(params?.['issuer_state']))?.order.credential_issuer,
      this.offers.ofCode(text(params?.['pre-authorized_code']))?.order.credential_issuer,
      ...[code?.resource].flat(),
    ];
    return pointed.filter((url) => url !== undefined);
  }
}

function assertCredentials(context: KoaContextWithOIDC, { url, configurations }: CredentialIssuer): void {
  const { params } = context.oidc;
  if (Array.isArray(params?.['resource']) && params['resource'].length > 1) {
    throw new errors.InvalidTarget('a request may concern one credential issuer only');
  }
  for (const detail of detailsOf(params?.['authorization_details'])) {
    const { credential_configuration_id: id, locations = [url] } = detail;
    if (!configurations.some((configuration) => configuration.id === id)) {
      throw new errors.InvalidAuthorizationDetails(`the credential issuer has no configuration ${id}`);
    }
    if (!locations.includes(url)) throw new errors.InvalidAuthorizationDetails('locations name another issuer');
  }
  const unknown = credentialScopes(context).find((scope) => !configurations.some((known) => known.scope === scope));
  if (unknown !== undefined) throw new errors.InvalidScope('the credential issuer has no such scope', unknown);
}

function credentialScopes({ oidc }: KoaContextWithOIDC): string[] {
  return [...oidc.requestParamScopes].filter((scope) => scope !== 'openid' && scope !== '');
}

function text(parameter: unknown): string {
  return typeof parameter === 'string' ? parameter : '';
}

function unavailable(fault: unknown): never {
  throw new errors.TemporarilyUnavailable('the credential issuer cannot be asked at present; try again', {
    cause: fault,
  });
}
