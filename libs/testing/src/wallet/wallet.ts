import { createHash, randomBytes } from 'node:crypto';
import type * as Vci from '@openid4vc/openid4vci';
import type * as Oauth2 from '@openid4vc/oauth2';
import type { JWK } from 'jose';
import { Browser } from './browser.js';
import { WalletKeys, type WalletSigner } from './wallet-keys.js';

/** The client every wallet may be, and where the login sends it back to. */
const clientId = 'kuashi-wallet';
const redirectUri = 'http://127.0.0.1:53683/callback';

/** A credential that a wallet holds, with the key it is bound to. */
export interface HeldCredential {
  /** SD-JWT VC, compact. */
  readonly credential: string;
  readonly holderKey: JWK;
}

/** What a wallet got for an offer. */
export interface Received {
  /** Empty while the issuer makes the wallet wait. */
  readonly credentials: readonly HeldCredential[];
  readonly transactionId?: string;
  /** Tells the issuer what became of them. */
  notify(event: 'credential_accepted' | 'credential_failure' | 'credential_deleted'): Promise<void>;
  /** Asks for what was deferred; again empty while it is not ready. */
  ask(): Promise<Received>;
}

/** How an offer is taken up. */
export interface TakeUp {
  /** Persona who logs in, for the authorization code grant. */
  readonly persona?: string;
  /** Pre-authorized: the code told beside the offer. */
  readonly txCode?: string;
  /** Whether tokens are bound to a key of the wallet's (RFC 9449). */
  readonly dpop?: boolean;
  /** How many copies, each bound to another key. */
  readonly copies?: number;
  readonly alg?: WalletSigner['alg'];
}

/** What goes with requests of one session. */
interface Session {
  readonly issuerMetadata: Vci.IssuerMetadataResult;
  readonly accessToken: string;
  readonly dpop?: Oauth2.RequestDpopOptions;
  readonly signers: readonly WalletSigner[];
}

/** A wallet as others would write it, on @openid4vc: it knows nothing of this project but addresses. */
export class Wallet {
  readonly keys = new WalletKeys();

  private constructor(private readonly client: Vci.Openid4vciClient) {}

  /** Makes an empty wallet; the libraries are loaded with the first one. */
  static async create(): Promise<Wallet> {
    // One after the other: jest cannot link two libraries that share modules at the same time.
    const vci = await import('@openid4vc/openid4vci');
    const oauth2 = await import('@openid4vc/oauth2');
    vci.setGlobalConfig({ allowInsecureUrls: true });
    oauth2.setGlobalConfig({ allowInsecureUrls: true });
    const holder: { wallet?: Wallet } = {};
    const client = new vci.Openid4vciClient({ callbacks: callbacks(oauth2, () => holder.wallet?.keys) });
    holder.wallet = new Wallet(client);
    return holder.wallet;
  }

  /** Takes an offer up by the grant it carries: token, nonce, proofs, credentials. */
  async accept(offer: string, how: TakeUp = {}): Promise<Received> {
    const credentialOffer = await this.client.resolveCredentialOffer(offer);
    const issuerMetadata = await this.client.resolveIssuerMetadata(credentialOffer.credential_issuer);
    const bound = how.dpop ? { dpop: { signer: await this.keys.create() } } : {};
    const context = { credentialOffer, issuerMetadata, ...bound };
    const { accessTokenResponse, dpop } = credentialOffer.grants?.authorization_code
      ? await this.byAuthorizationCode(context, how.persona ?? '')
      : await this.client.retrievePreAuthorizedCodeAccessTokenFromOffer({
          ...context,
          ...(how.txCode !== undefined && { txCode: how.txCode }),
        });
    const signers = await Promise.all(Array.from({ length: how.copies ?? 1 }, () => this.keys.create(how.alg)));
    const session = { issuerMetadata, accessToken: accessTokenResponse.access_token, signers, ...(dpop && { dpop }) };
    return this.request(session, credentialOffer.credential_configuration_ids[0] ?? '');
  }

  private async byAuthorizationCode(context: OfferContext, persona: string) {
    const scope = scopeOf(context);
    const started = await this.client.initiateAuthorization({ ...context, clientId, redirectUri, scope });
    if (!('authorizationRequestUrl' in started)) throw new Error('the login wants a presentation first');
    const returned = await new Browser().logIn(started.authorizationRequestUrl, persona);
    const { searchParams } = new URL(returned);
    return this.client.retrieveAuthorizationCodeAccessTokenFromOffer({
      ...context,
      authorizationCode: searchParams.get('code') ?? '',
      redirectUri,
      ...(started.pkce && { pkceCodeVerifier: started.pkce.codeVerifier }),
    });
  }

  private async request(session: Session, credentialConfigurationId: string): Promise<Received> {
    const { issuerMetadata, accessToken, dpop, signers } = session;
    const { c_nonce: nonce } = await this.client.requestNonce({ issuerMetadata });
    const proofs = await Promise.all(
      signers.map((signer) =>
        this.client.createCredentialRequestJwtProof({ issuerMetadata, credentialConfigurationId, signer, nonce }),
      ),
    );
    const { credentialResponse } = await this.client.retrieveCredentials({
      ...{ issuerMetadata, credentialConfigurationId, accessToken, ...(dpop && { dpop }) },
      proofs: { jwt: proofs.map(({ jwt }) => jwt) },
    });
    return this.received(session, credentialResponse);
  }

  private received(session: Session, answer: CredentialAnswer): Received {
    const { issuerMetadata, accessToken, dpop, signers } = session;
    const context = { issuerMetadata, accessToken, ...(dpop && { dpop }) };
    const { credentials = [], transaction_id: transactionId = '', notification_id: notificationId = '' } = answer;
    return {
      credentials: credentials.map((each, place) => ({
        credential: String((each as { credential: unknown }).credential),
        holderKey: signers[place]?.publicJwk ?? {},
      })),
      transactionId,
      notify: async (event) => {
        await this.client.sendNotification({ ...context, notification: { notificationId, event } });
      },
      ask: async () => {
        const { deferredCredentialResponse } = await this.client.retrieveDeferredCredentials({
          ...context,
          transactionId,
        });
        return this.received(session, deferredCredentialResponse);
      },
    };
  }
}

/** An offer with what its issuer publishes. */
interface OfferContext {
  readonly credentialOffer: Vci.CredentialOfferObject;
  readonly issuerMetadata: Vci.IssuerMetadataResult;
  readonly dpop?: Oauth2.RequestDpopOptions;
}

/** The part of a credential response that is read here. */
interface CredentialAnswer {
  readonly credentials?: readonly unknown[];
  readonly transaction_id?: string;
  readonly notification_id?: string;
}

function scopeOf({ credentialOffer, issuerMetadata }: OfferContext): string {
  const supported = issuerMetadata.credentialIssuer.credential_configurations_supported;
  return credentialOffer.credential_configuration_ids.map((id) => supported[id]?.scope ?? '').join(' ');
}

/** What the libraries leave to the wallet: hashing, randomness, signing. */
function callbacks(oauth2: typeof Oauth2, keys: () => WalletKeys | undefined) {
  const none = (): never => {
    throw new Error('not needed by this wallet');
  };
  return {
    hash: (data: Uint8Array, alg: string) => createHash(alg.replace('-', '')).update(data).digest(),
    generateRandom: (length: number) => randomBytes(length),
    signJwt: async (signer: Oauth2.JwtSigner, jwt: { header: object; payload: object }) => {
      if (signer.method !== 'jwk') return none();
      const { publicJwk: signerJwk } = signer;
      return { jwt: (await keys()?.sign(signerJwk, jwt)) ?? none(), signerJwk };
    },
    verifyJwt: none,
    decryptJwe: none,
    encryptJwe: none,
    clientAuthentication: oauth2.clientAuthenticationNone({ clientId }),
  };
}
