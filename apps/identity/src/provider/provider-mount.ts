import type { Mount } from '#libs/platform';
import type { LoginProvider } from './login-provider.js';

/** The provider's own paths; all others are Nest's. */
const paths =
  /^\/(\.well-known\/(openid-configuration|oauth-authorization-server)|auth(\/.+)?|token(\/.+)?|request|jwks|me|session\/.+)$/;

/** Hands the provider its requests before Nest sees them. */
export function providerMount(login: LoginProvider): Mount {
  return {
    matches: (path) => paths.test(path),
    handle: (request, response) => void login.answer(request, response),
  };
}
