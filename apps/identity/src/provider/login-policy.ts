import { interactionPolicy } from 'oidc-provider';
import { appClientId } from './clients.js';

const { base, Check } = interactionPolicy;

/**
 * The app: whoever is logged in is not asked again, nor for consent to its one resource. A wallet: its holder chooses
 * each time, on a page that names the credentials; that choice is the consent.
 */
export function loginPolicy(): interactionPolicy.DefaultPolicy {
  const policy = base();
  policy.remove('consent');
  const asksEachTime = new Check('wallet_asks', 'A wallet asks its holder each time', 'login_required', ({ oidc }) => {
    const asks = oidc.client?.clientId !== appClientId && oidc.result?.login === undefined;
    return asks ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
  });
  policy.get('login')?.checks.add(asksEachTime);
  return policy;
}
