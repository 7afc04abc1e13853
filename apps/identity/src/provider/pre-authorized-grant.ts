import { errors, type Provider, type TokenEndpointGrantContext } from 'oidc-provider';
import validateDpop, { checkDpopReplay } from 'oidc-provider/lib/helpers/validate_dpop.js';
import { mostWrongTries, type RedemptionRefusal, type StandingOffer } from '../credential-offer/index.js';
import { chosenDetails, type CredentialDetail } from './credential-details.js';
import type { ProviderParts } from './provider-parts.js';
import type { Resources } from './resources.js';
import { offerEntity } from './token-claims.js';
import { preAuthorizedGrantType } from './wallet-terms.js';

interface Parameters {
  readonly 'pre-authorized_code'?: string;
  readonly tx_code?: string;
}
type Context = TokenEndpointGrantContext<Parameters>;

/** What a refusal is as an OAuth error (OpenID4VCI 1.0, section 6.3). */
const refusals: Readonly<Record<RedemptionRefusal, () => Error>> = {
  unknown: () => new errors.InvalidGrant('pre-authorized code not found'),
  expired: () => new errors.InvalidGrant('pre-authorized code is expired'),
  used: () => new errors.InvalidGrant('pre-authorized code already consumed'),
  ended: () => new errors.InvalidGrant(`pre-authorized code ended by ${mostWrongTries} wrong transaction codes`),
  'tx-code-wrong': () => new errors.InvalidGrant('tx_code is not the right one'),
  'tx-code-missing': () => new errors.InvalidRequest('tx_code is required for this pre-authorized code'),
  'tx-code-unexpected': () => new errors.InvalidRequest('tx_code is not expected for this pre-authorized code'),
};

/** Registers the grant by which a wallet redeems an offer: code and, where there is one, transaction code (交易码). */
export function registerPreAuthorizedGrant(provider: Provider, parts: ProviderParts, resources: Resources): void {
  provider.registerGrantType<Parameters>(
    preAuthorizedGrantType,
    (context) => redeem(context, parts, resources),
    ['pre-authorized_code', 'tx_code', 'authorization_details', 'resource'],
    ['resource'],
  );
}

/** The code is used up last: a request that is wrong otherwise does not spend it. */
async function redeem(context: Context, { offers, personas }: ProviderParts, resources: Resources): Promise<void> {
  const { client, params, provider } = context.oidc;
  const code = params['pre-authorized_code'];
  if (!code) throw new errors.InvalidRequest('missing required parameter(s) (pre-authorized_code)');
  const proof = await validateDpop(provider, context);
  const offer = offers.ofCode(code);
  if (offer === undefined) throw refusals.unknown();
  const details = chosenDetails(offered(offer), params.authorization_details);
  const { credential_issuer: url, holder } = offer.order;
  if (params.resource !== undefined && [params.resource].flat().some((resource) => resource !== url)) {
    throw new errors.InvalidTarget('the offer is of another credential issuer');
  }
  const resourceServer = new provider.ResourceServer(url, await resources.info(context, url, client));
  await checkDpopReplay(provider, context, proof, client.clientId, errors.InvalidDpopProof);
  const redeemed = offers.redeem(code, params.tx_code);
  if (typeof redeemed === 'string') throw refusals[redeemed]();
  context.oidc.entity(offerEntity, redeemed);
  const accountId = personas.byHolder(holder)?.subject ?? holder;
  const token = new provider.AccessToken({
    client,
    accountId,
    resourceServer,
    grantId: '',
    gty: 'pre_authorized_code',
  });
  token.rar = details;
  if (proof !== undefined) token.setThumbprint('jkt', proof.thumbprint);
  context.body = {
    access_token: await token.save(),
    token_type: token.tokenType,
    expires_in: token.expiration,
    authorization_details: details,
  };
}

function offered({ order }: StandingOffer): CredentialDetail[] {
  return order.authorization_details.map(({ type, credential_configuration_id, credential_identifiers }) => ({
    type,
    credential_configuration_id,
    credential_identifiers,
  }));
}
