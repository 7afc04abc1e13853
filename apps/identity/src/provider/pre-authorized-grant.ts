import { errors, type AccessToken, type Provider, type TokenEndpointGrantContext } from 'oidc-provider';
import validateDpop, { checkDpopReplay } from 'oidc-provider/lib/helpers/validate_dpop.js';
import { mostWrongTries, type RedemptionRefusal, type StandingOffer } from '../credential-offer/index.js';
import { chosenDetails, type CredentialDetail } from './credential-details.js';
import type { ProviderParts } from './provider-parts.js';
import { credentialResource } from './resources.js';
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
export function registerPreAuthorizedGrant(provider: Provider, parts: ProviderParts): void {
  provider.registerGrantType<Parameters>(
    preAuthorizedGrantType,
    (context) => redeem(context, parts),
    ['pre-authorized_code', 'tx_code', 'authorization_details', 'resource'],
    ['resource'],
  );
}

/** The code is used up last: a request that is wrong otherwise does not spend it. */
async function redeem(context: Context, { offers, personas }: ProviderParts): Promise<void> {
  const { client, params, provider } = context.oidc;
  const code = params['pre-authorized_code'];
  if (!code) throw new errors.InvalidRequest('missing required parameter(s) (pre-authorized_code)');
  const proof = await validateDpop(provider, context);
  const offer = offers.ofCode(code);
  if (offer === undefined) throw refusals.unknown();
  const details = chosenDetails(offered(offer), params.authorization_details);
  assertOfIssuer(offer, params.resource);
  await checkDpopReplay(provider, context, proof, client.clientId, errors.InvalidDpopProof);
  const redeemed = offers.redeem(code, params.tx_code);
  if (typeof redeemed === 'string') throw refusals[redeemed]();
  context.oidc.entity(offerEntity, redeemed);
  const { holder } = redeemed.order;
  const token = tokenFor(context, redeemed, personas.byHolder(holder)?.subject ?? holder);
  token.rar = details;
  if (proof !== undefined) token.setThumbprint('jkt', proof.thumbprint);
  await answer(context, token);
}

function assertOfIssuer({ order }: StandingOffer, resource: string | string[] = []): void {
  if ([resource].flat().every((url) => url === order.credential_issuer)) return;
  throw new errors.InvalidTarget('the offer is of another credential issuer');
}

function tokenFor({ oidc: { client, provider } }: Context, { order }: StandingOffer, accountId: string): AccessToken {
  const url = order.credential_issuer;
  const resourceServer = new provider.ResourceServer(url, credentialResource(url, ''));
  return new provider.AccessToken({ client, accountId, resourceServer, grantId: '', gty: 'pre_authorized_code' });
}

async function answer(context: Context, token: AccessToken): Promise<void> {
  context.body = {
    access_token: await token.save(),
    token_type: token.tokenType,
    expires_in: token.expiration,
    authorization_details: token.rar,
  };
}

function offered({ order }: StandingOffer): CredentialDetail[] {
  return order.authorization_details.map(({ type, credential_configuration_id, credential_identifiers }) => ({
    type,
    credential_configuration_id,
    credential_identifiers,
  }));
}
