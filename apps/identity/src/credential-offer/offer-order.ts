import { isHolder, type Holder } from '#libs/kernel';
import { OfferRefused } from './offer-refused.js';

/** One kind of credential a wallet may fetch, by the certificates meant (RFC 9396, OpenID4VCI section 5.1.1). */
export interface OfferedDetail {
  readonly type: 'openid_credential';
  readonly credential_configuration_id: string;
  readonly credential_identifiers: readonly string[];
}

/** What a node asks for: the claims of its signed message. */
export interface OfferOrder {
  /** Division of the node. */
  readonly iss: string;
  readonly jti: string;
  readonly iat: number;
  readonly exp: number;
  readonly holder: Holder;
  readonly holder_kind: 'natural-person' | 'legal-person';
  readonly credential_issuer: string;
  readonly authorization_details: readonly OfferedDetail[];
  /** Whether the wallet's owner must type a transaction code that came another way. */
  readonly tx_code: boolean;
  /** Seconds the code is valid. */
  readonly lifetime: number;
}

/** Seconds between the message's birth and its end, at most; and how far the clocks of node and server may differ. */
const longestMessage = 60;

const text = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= 512;
const seconds = (value: unknown): boolean => Number.isSafeInteger(value);

const rules: Readonly<Record<keyof OfferOrder, readonly [(value: unknown) => boolean, string]>> = {
  iss: [text, 'a division code'],
  jti: [text, 'a text'],
  iat: [seconds, 'seconds since 1970'],
  exp: [seconds, 'seconds since 1970'],
  holder: [(value) => typeof value === 'string' && isHolder(value), 'a holder'],
  holder_kind: [(value) => value === 'natural-person' || value === 'legal-person', 'natural-person or legal-person'],
  credential_issuer: [text, 'the address of the node'],
  authorization_details: [areDetails, 'a list of openid_credential details with credential_identifiers'],
  tx_code: [(value) => typeof value === 'boolean', 'true or false'],
  lifetime: [(value) => seconds(value) && Number(value) >= 60 && Number(value) <= 600, '60 to 600 seconds'],
};

function areDetails(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= 50 && value.every(isDetail);
}

function isDetail(value: unknown): value is OfferedDetail {
  if (typeof value !== 'object' || value === null) return false;
  const { type, credential_configuration_id: id, credential_identifiers: named } = value as Record<string, unknown>;
  return type === 'openid_credential' && text(id) && Array.isArray(named) && named.length > 0 && named.every(text);
}

/** The order in a message's claims. @throws OfferRefused naming the claim at fault */
export function readOrder(claims: Readonly<Record<string, unknown>>, audience: string, now: number): OfferOrder {
  for (const [name, [holds, expected]] of Object.entries(rules)) {
    if (!holds(claims[name])) throw new OfferRefused('invalid_request', `claim ${name} must be ${expected}`);
  }
  if (claims['aud'] !== audience) throw new OfferRefused('invalid_request', `claim aud must be ${audience}`);
  const order = claims as unknown as OfferOrder;
  assertFresh(order, now);
  return order;
}

function assertFresh({ iat, exp }: OfferOrder, now: number): void {
  if (exp <= now || Math.abs(now - iat) > longestMessage) {
    throw new OfferRefused('invalid_request', 'the message has expired or its time is not the present');
  }
  if (exp - iat > longestMessage) {
    throw new OfferRefused('invalid_request', `claim exp must be at most ${longestMessage} seconds after iat`);
  }
}
