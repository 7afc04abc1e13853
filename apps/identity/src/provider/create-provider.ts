import { Cors } from '#libs/platform';
import { errors, Provider, type Configuration } from 'oidc-provider';
import { errorPage } from '../page/index.js';
import type { PersonaDirectory } from '../persona/index.js';
import { clients } from './clients.js';
import { explainErrors } from './explain-errors.js';
import { features } from './features.js';
import { Grants } from './grants.js';
import { loginPolicy } from './login-policy.js';
import { MemoryStore } from './memory-store.js';
import { registerPreAuthorizedGrant } from './pre-authorized-grant.js';
import type { ProviderParts } from './provider-parts.js';
import { accessTokenSeconds, Resources } from './resources.js';
import { tokenClaims } from './token-claims.js';

/** The OpenID provider: authorization code with PKCE, pre-authorized code, access tokens as JWT by RFC 9068, ES256. */
export function createProvider(parts: ProviderParts): Provider {
  const { settings, personas, offers, issuers } = parts;
  const resources = new Resources(issuers, offers);
  const grants = new Grants(personas, offers, resources);
  const provider = new Provider(settings.issuerUrl, configuration(parts, resources, grants));
  provider.proxy = settings.issuerUrl.startsWith('https:');
  registerPreAuthorizedGrant(provider, parts);
  explainErrors(provider);
  return provider;
}

function configuration(parts: ProviderParts, resources: Resources, grants: Grants): Configuration {
  const { settings, keys, personas, clock } = parts;
  const store = new MemoryStore(clock);
  const cors = new Cors(settings.corsOrigins, settings.mode);
  return {
    adapter: (model: string) => store.adapter(model),
    jwks: { keys: [keys.signing] },
    clients: clients(settings.redirectUris, settings.walletClients),
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientBasedCORS: (_context, origin) => cors.permits(origin),
    cookies: {
      keys: [...keys.cookies],
      names: { session: 'kuashi_session', interaction: 'kuashi_login', resume: 'kuashi_resume' },
    },
    scopes: ['openid'],
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    pkce: { required: () => true },
    enabledJWA: { dPoPSigningAlgValues: ['ES256', 'EdDSA'] },
    extraParams: { issuer_state: (_context, state) => assertStanding(parts, state) },
    discovery: { 'pre-authorized_grant_anonymous_access_supported': true },
    claims: { openid: ['sub', 'roles', 'city', 'name'] },
    conformIdTokenClaims: false,
    interactions: { url: (_context, { uid }) => `/login/${uid}`, policy: loginPolicy() },
    ttl: {
      AccessToken: (_context, { resourceServer }) => resourceServer?.accessTokenTTL ?? accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 900,
      Session: 8 * 3600,
      Grant: 8 * 3600,
    },
    findAccount: (_context, subject) => accountOf(personas, subject),
    extraTokenClaims: (context, token) => tokenClaims(personas, context, token),
    loadExistingGrant: (context) => grants.of(context),
    renderError: (context, { error, error_description: description }) => {
      context.type = 'html';
      context.body = errorPage(error, description);
    },
    features: features(keys, resources, grants),
  };
}

function assertStanding({ offers }: ProviderParts, state: string | undefined): void {
  if (state === undefined || offers.ofState(state) !== undefined) return;
  throw new errors.InvalidRequest('issuer_state is unknown or its offer has expired');
}

function accountOf(personas: PersonaDirectory, subject: string): ReturnType<NonNullable<Configuration['findAccount']>> {
  const account = personas.bySubject(subject);
  if (account === undefined) return undefined;
  const { roles, city } = account.claims;
  return {
    accountId: subject,
    claims: () => ({ sub: subject, name: account.persona.name, roles: [...roles], city }),
  };
}
