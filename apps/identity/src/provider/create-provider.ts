import { Cors, accessTokenAudience } from '#libs/platform';
import { errors, interactionPolicy, Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { SigningKeys } from '../keys/index.js';
import type { PersonaDirectory } from '../persona/index.js';
import type { IdentitySettings } from '../settings.js';
import { clients } from './clients.js';
import { MemoryStore } from './memory-store.js';
import { errorPage, loggedOutPage, logoutPage } from '../page/index.js';

/** The one resource of the login (RFC 8707): the gateway and every node, audience `kuashi`. */
export const kuashiResource = 'urn:kuashi';

/** Seconds an access token lives. */
export const accessTokenSeconds = 1800;

/** The OpenID provider: authorization code with PKCE, access tokens as JWT by RFC 9068, ES256. */
export function createProvider(settings: IdentitySettings, keys: SigningKeys, personas: PersonaDirectory): Provider {
  const provider = new Provider(settings.issuerUrl, configuration(settings, keys, personas));
  provider.proxy = settings.issuerUrl.startsWith('https:');
  return provider;
}

function configuration(settings: IdentitySettings, keys: SigningKeys, personas: PersonaDirectory): Configuration {
  const store = new MemoryStore();
  const cors = new Cors(settings.corsOrigins, settings.mode);
  return {
    adapter: (model: string) => store.adapter(model),
    jwks: { keys: [keys.signing] },
    clients: clients(settings.redirectUris),
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
    claims: { openid: ['sub', 'roles', 'city', 'name'] },
    conformIdTokenClaims: false,
    interactions: { url: (_context, { uid }) => `/login/${uid}`, policy: loginOnly() },
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 900,
      Session: 8 * 3600,
      Grant: 8 * 3600,
    },
    ...accounts(personas),
    renderError: (context, { error, error_description: description }) => {
      context.type = 'html';
      context.body = errorPage(error, description);
    },
    features: features(),
  };
}

/** Who somebody is, in the ID token and in the access token. */
function accounts(
  personas: PersonaDirectory,
): Pick<Configuration, 'findAccount' | 'extraTokenClaims' | 'loadExistingGrant'> {
  return {
    findAccount: (_context, subject) => {
      const account = personas.bySubject(subject);
      if (account === undefined) return undefined;
      const { roles, city } = account.claims;
      return {
        accountId: subject,
        claims: () => ({ sub: subject, name: account.persona.name, roles: [...roles], city }),
      };
    },
    extraTokenClaims: (_context, token) => {
      const subject = 'accountId' in token ? token.accountId : undefined;
      const claims = subject === undefined ? undefined : personas.bySubject(subject)?.claims;
      return claims === undefined ? undefined : { ...claims };
    },
    loadExistingGrant: grantEverything,
  };
}

/** The provider would ask the user of a native client for consent each time. */
function loginOnly(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

/** Nobody is asked for consent: there is one resource, and logging in is for it. */
async function grantEverything(context: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { client, session, provider } = context.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(kuashiResource, 'kuashi');
  await grant.save();
  return grant;
}

function features(): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    // A token bound to a key says something only where the binding is checked.
    dPoP: { enabled: false },
    userinfo: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = logoutPage(form);
      },
      postLogoutSuccessSource: (context) => {
        context.body = loggedOutPage();
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => kuashiResource,
      useGrantedResource: () => true,
      getResourceServerInfo: (_context, resource) => {
        if (resource !== kuashiResource) throw new errors.InvalidTarget();
        return {
          audience: accessTokenAudience,
          scope: 'kuashi',
          accessTokenTTL: accessTokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        };
      },
    },
  };
}
