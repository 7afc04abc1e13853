import { errors, type Grant, type KoaContextWithOIDC } from 'oidc-provider';
import type { StandingOffer, StandingOffers } from '../credential-offer/index.js';
import type { PersonaDirectory } from '../persona/index.js';
import { appClientId } from './clients.js';
import { detailsOf, grantedDetails, offeredByScope, type CredentialDetail } from './credential-details.js';
import { kuashiResource, type Resources } from './resources.js';

/** What a login grants: to the app its one resource; to a wallet what it asked for, shown on the page it logged in by. */
export class Grants {
  constructor(
    private readonly personas: PersonaDirectory,
    private readonly offers: StandingOffers,
    private readonly resources: Resources,
  ) {}

  /** The grant of a request whose user is known; each request gets its own. */
  async of(context: KoaContextWithOIDC): Promise<Grant | undefined> {
    const { client, session, provider } = context.oidc;
    if (client === undefined || session?.accountId === undefined) return undefined;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid');
    if (client.clientId === appClientId) grantApp(context, grant);
    else await this.#grantCredentials(context, grant, session.accountId);
    await grant.save();
    return grant;
  }

  async #grantCredentials(context: KoaContextWithOIDC, grant: Grant, subject: string): Promise<void> {
    const { requestParamScopes: asked, resourceServers = {}, result } = context.oidc;
    if (result?.login !== undefined) this.#assertMayReceive(context, subject);
    for (const [resource, { scope = '' }] of Object.entries(resourceServers)) {
      grant.addResourceScope(
        resource,
        scope.split(' ').filter((name) => asked.has(name)),
      );
    }
    for (const detail of await this.details(context)) grant.addRar(detail);
  }

  /** The details of an authorization request, those of its offer included. */
  async details(context: KoaContextWithOIDC): Promise<CredentialDetail[]> {
    const { params, requestParamScopes, resourceServers = {} } = context.oidc;
    const offer = this.#offer(context);
    const asked = detailsOf(params?.['authorization_details']);
    const [url] = Object.keys(resourceServers);
    if (asked.length > 0 || offer === undefined || url === undefined) return grantedDetails(asked, offer);
    const { configurations } = await this.resources.issuer(url);
    return offeredByScope(offer, configurations, requestParamScopes);
  }

  #offer({ oidc: { params } }: KoaContextWithOIDC): StandingOffer | undefined {
    const state = params?.['issuer_state'];
    return typeof state === 'string' ? this.offers.ofState(state) : undefined;
  }

  #assertMayReceive(context: KoaContextWithOIDC, subject: string): void {
    const holder = this.personas.bySubject(subject)?.claims.holder;
    if (holder === undefined) throw new errors.AccessDenied('this account is no holder of certificates');
    if (context.oidc.params?.['issuer_state'] === undefined) return;
    const offer = this.#offer(context);
    if (offer === undefined) throw new errors.AccessDenied('the credential offer has expired');
    if (offer.order.holder !== holder) throw new errors.AccessDenied('the credential offer is for another holder');
  }
}

/** The app's tokens are bound to no key, so neither are its codes. */
function grantApp({ oidc: { params } }: KoaContextWithOIDC, grant: Grant): void {
  if (params !== undefined) params['dpop_jkt'] = undefined;
  grant.addResourceScope(kuashiResource, 'kuashi');
}
