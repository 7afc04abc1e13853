import type { Json, JsonObject } from '#libs/credential';
import type { VpToken } from '../rules/match-answer.js';
import { limits } from '../rules/limits.js';
import { type Form, readObject } from './read-form.js';
import { WalletFault } from './wallet-fault.js';

/** Why a wallet presents nothing, in its own words. */
export interface DeclinedAnswer {
  readonly state: string | undefined;
  readonly error: string;
  readonly description?: string;
}

/** What a wallet answers: presentations, or why there are none. */
export type WalletAnswer = { readonly state: string | undefined; readonly vpToken: VpToken } | DeclinedAnswer;

/** The parameters of an answer, whichever way they came. */
type Parameters = Readonly<Record<string, Json | undefined>>;

/** Reads an answer that was posted in the clear. @throws WalletFault invalid_request */
export function readPlainAnswer(form: Form): WalletAnswer {
  const vpToken = form.get('vp_token');
  const parameters = { ...Object.fromEntries(form), vp_token: vpToken && readObject(vpToken, 'vp_token') };
  return readParameters(parameters);
}

/** Reads an answer that was encrypted: the parameters are members of one JSON object. @throws WalletFault invalid_request */
export function readOpenedAnswer(plaintext: string): WalletAnswer {
  return readParameters(readObject(plaintext, 'response'));
}

function readParameters({ vp_token, error, error_description, state }: Parameters): WalletAnswer {
  const answered = typeof state === 'string' ? state : undefined;
  if (typeof error === 'string') return { state: answered, error: short(error), ...described(error_description) };
  if (typeof vp_token !== 'object' || vp_token === null || Array.isArray(vp_token)) {
    throw new WalletFault('invalid_request', 'vp_token is missing');
  }
  return { state: answered, vpToken: readVpToken(vp_token) };
}

/** DCQL's form: an object of arrays of presentations, and SD-JWT presentations are texts (OpenID4VP 1.0 §8.1, B.3). */
function readVpToken(value: JsonObject): VpToken {
  return Object.fromEntries(
    Object.entries(value).map(([id, presentations]) => {
      const texts = Array.isArray(presentations) && presentations.every((each) => typeof each === 'string');
      if (!texts) throw new WalletFault('invalid_request', 'vp_token is not an object of arrays of presentations');
      return [id, presentations];
    }),
  );
}

const described = (text: Json | undefined) => (typeof text === 'string' ? { description: short(text) } : {});
const short = (text: string): string => text.slice(0, limits.walletError);
