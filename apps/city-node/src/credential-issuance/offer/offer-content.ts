import type { OfferContent } from '../record/credential-offer.entity.js';
import type { OfferCodes } from './ask-authorization-server.js';
import { OfferGrant } from './offer.model.js';

const preAuthorized = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** What an offer is made of. */
export interface OfferFacts {
  /** The credential issuer. */
  readonly issuer: string;
  /** Certificate type key. */
  readonly configuration: string;
  readonly grant: OfferGrant;
  readonly codes: OfferCodes;
}

/** The offer as wallets read it (OpenID4VCI 1.0 §4.1.1): one certificate, one grant. */
export const offerContent = ({ issuer, configuration, grant, codes }: OfferFacts): OfferContent => ({
  credential_issuer: issuer,
  credential_configuration_ids: [configuration],
  grants:
    grant === OfferGrant.AUTHORIZATION_CODE
      ? { authorization_code: { issuer_state: codes.issuerState } }
      : { [preAuthorized]: { 'pre-authorized_code': codes.preAuthorizedCode, ...transactionCode(codes) } },
});

function transactionCode({ transactionCode: code }: OfferCodes): object {
  if (code === undefined) return {};
  const description = '与二维码一同显示的交易码 · shown beside the QR code';
  return { tx_code: { input_mode: /^\d+$/.test(code) ? 'numeric' : 'text', length: code.length, description } };
}
