import { createHash } from 'node:crypto';
import { errors, type Configuration } from 'oidc-provider';
import type { SigningKeys } from '../keys/index.js';
import { loggedOutPage, logoutPage } from '../page/index.js';
import { chosenDetails, validateDetail, type CredentialDetail } from './credential-details.js';
import type { Grants } from './grants.js';
import type { Resources } from './resources.js';
import { credentialDetailType } from './wallet-terms.js';

/** The parts of the provider that are on. */
export function features(keys: SigningKeys, resources: Resources, grants: Grants): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: false },
    // A nonce is offered, not demanded: it serves whose clock is wrong.
    dPoP: { enabled: true, nonceSecret: nonceSecret(keys), requireNonce: () => false, allowReplay: false },
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
      defaultResource: (context, client, oneOf) => oneOf?.[0] ?? resources.usual(context, client),
      useGrantedResource: () => true,
      getResourceServerInfo: (context, resource, client) => resources.info(context, resource, client),
    },
    richAuthorizationRequests: {
      enabled: true,
      types: { [credentialDetailType]: { validate: validateDetail } },
      authorizationDetailsForGrantSource: (context) => grants.details(context),
      authorizationDetailsForAccessToken: ({ oidc }, _token, source) =>
        chosenDetails((source?.rar ?? []) as CredentialDetail[], oidc.params?.['authorization_details']),
      authorizationDetailsForIntrospection: () => {
        throw new errors.InvalidRequest('there is no introspection');
      },
    },
  };
}

function nonceSecret({ cookies }: SigningKeys): Buffer {
  return createHash('sha256').update(`dpop-nonce|${cookies[0]}`).digest();
}
