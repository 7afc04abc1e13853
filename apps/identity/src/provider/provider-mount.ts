import type { Mount } from '#libs/platform';
import type { Provider } from 'oidc-provider';

/** The provider's own paths; all others are Nest's. */
const paths =
  /^\/(\.well-known\/(openid-configuration|oauth-authorization-server)|auth(\/.+)?|token(\/.+)?|jwks|me|session\/.+)$/;

/** Hands the provider its requests before Nest sees them. */
export function providerMount(provider: Provider): Mount {
  const handler = provider.callback();
  return {
    matches: (path) => paths.test(path),
    handle: (request, response) => void handler(request, response),
  };
}
