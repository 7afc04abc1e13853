import { type DivisionCode, KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';

/** Who may ask for certificates out of a wallet, in the order in which they are tried. */
const mayAsk: readonly ((caller: Caller, city: DivisionCode) => boolean)[] = [
  // The holder, through an app, whatever city the item is handled in.
  ({ holder }) => holder !== undefined,
  // A clerk at a window of the city.
  ({ roles, city: own }, city) => roles.includes('window-clerk') && own === city,
];

/** @throws FORBIDDEN */
export function assertMayAsk(caller: Caller, city: DivisionCode): void {
  if (!mayAsk.some((allows) => allows(caller, city))) throw new KuashiError('FORBIDDEN');
}

/** What came is for whoever asked, and for nobody else. */
export const mayReadRequest = (caller: Caller, { requester }: { readonly requester: string }): boolean =>
  caller.signedIn && caller.subject === requester;
