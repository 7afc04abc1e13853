import type { Openid4vpClient } from '@openid4vc/openid4vp';
import { SignJWT, type CryptoKey } from 'jose';
import { chooseCredentials, type Choice, type Query } from './choose-credentials.js';
import { HeldCredential, sdHashOf } from './held-credential.js';
import { walletCallbacks } from './wallet-callbacks.js';

/** The key a wallet's credentials are bound to. */
export interface WalletKey {
  readonly algorithm: 'ES256' | 'EdDSA';
  readonly privateKey: CryptoKey;
}

/** What a wallet works with besides its key. */
export interface WalletSurroundings {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
}

/** A request as the wallet has read and verified it. */
export interface ReadRequest {
  readonly client_id: string;
  readonly nonce: string;
  readonly response_mode?: string;
  readonly response_uri?: string;
  readonly state?: string;
  readonly dcql_query?: unknown;
  readonly [parameter: string]: unknown;
}

/** How a wallet departs from what it should do: for the tests of what must be refused. */
export interface Departure {
  /** Changes the claims of the key binding. */
  readonly binding?: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Signs the key binding with another key. */
  readonly key?: WalletKey;
  /** Changes the whole presentation after everything was signed. */
  readonly presentation?: (presentation: string) => string;
  /** Discloses these claims too. */
  readonly also?: readonly string[];
  /** Changes the vp_token. */
  readonly vpToken?: (vpToken: Record<string, string[]>) => Record<string, string[]>;
}

/** A wallet on the public message library, written apart from the product: it holds credentials and presents them. */
export class PresentingWallet {
  private readonly held: HeldCredential[] = [];

  private constructor(
    private readonly key: WalletKey,
    private readonly client: Openid4vpClient,
    private readonly surroundings: WalletSurroundings,
  ) {}

  /** Makes an empty wallet; the libraries are loaded with the first one. */
  static async create(key: WalletKey, options: Partial<WalletSurroundings> = {}): Promise<PresentingWallet> {
    const surroundings = { fetch, now: () => new Date(), ...options };
    // One after the other: jest cannot link two libraries that share modules at the same time.
    const { setGlobalConfig } = await import('@openid4vc/oauth2');
    const { Openid4vpClient } = await import('@openid4vc/openid4vp');
    // The sandbox's addresses are http on the loopback interface.
    setGlobalConfig({ allowInsecureUrls: true });
    const client = new Openid4vpClient({ callbacks: { ...walletCallbacks, fetch: surroundings.fetch } });
    return new PresentingWallet(key, client, surroundings);
  }

  /** Keeps a credential with all its disclosures. */
  hold(credential: string): void {
    this.held.push(new HeldCredential(credential));
  }

  /** Follows `openid4vp://…`: fetches the request object and verifies who signed it. */
  async read(uri: string): Promise<ReadRequest> {
    const { params } = this.client.parseOpenid4vpAuthorizationRequest({ authorizationRequest: uri });
    const { authorizationRequestPayload } = await this.client.resolveOpenId4vpAuthorizationRequest({
      authorizationRequestPayload: params,
    });
    return authorizationRequestPayload as unknown as ReadRequest;
  }

  /** Presents what the request asks for and posts it. */
  async answer(request: ReadRequest, departure: Departure = {}): Promise<Response> {
    const vpToken = await this.vpToken(request, departure);
    const encrypted = request.response_mode === 'direct_post.jwt';
    const answer = await this.client.createOpenid4vpAuthorizationResponse({
      authorizationRequestPayload: request as never,
      authorizationResponsePayload: { vp_token: vpToken as never },
      ...(encrypted && { jarm: encryption }),
    });
    const { response } = await this.client.submitOpenid4vpAuthorizationResponse({
      authorizationRequestPayload: request,
      ...answer,
    });
    return response;
  }

  /** Tells the verifier that the holder does not want to. */
  decline({ response_uri, state }: ReadRequest, error = 'access_denied'): Promise<Response> {
    const body = new URLSearchParams({ error, ...(state !== undefined && { state }) });
    return this.surroundings.fetch(response_uri ?? '', { method: 'POST', body });
  }

  /** The `vp_token` for a request. */
  async vpToken(request: ReadRequest, departure: Departure = {}): Promise<Record<string, string[]>> {
    const choices = chooseCredentials(request.dcql_query as Query, this.held);
    const entries = choices.map(async (choice): Promise<[string, string[]]> => {
      return [choice.query.id, [await this.present(choice, request, departure)]];
    });
    const vpToken = Object.fromEntries(await Promise.all(entries));
    return departure.vpToken?.(vpToken) ?? vpToken;
  }

  private async present({ credential, claims }: Choice, request: ReadRequest, departure: Departure): Promise<string> {
    const presented = credential.show([...claims, ...(departure.also ?? [])]);
    const claimsOfBinding = {
      iat: Math.floor(this.surroundings.now().getTime() / 1000),
      aud: request.client_id,
      nonce: request.nonce,
      sd_hash: sdHashOf(presented),
    };
    const { algorithm, privateKey } = departure.key ?? this.key;
    const binding = await new SignJWT(departure.binding?.(claimsOfBinding) ?? claimsOfBinding)
      .setProtectedHeader({ alg: algorithm, typ: 'kb+jwt' })
      .sign(privateKey);
    return departure.presentation?.(presented + binding) ?? presented + binding;
  }
}

/** What this wallet can do when an answer is to be encrypted. */
const encryption = {
  encryption: { nonce: 'wallet' },
  serverMetadata: {
    authorization_signing_alg_values_supported: [],
    authorization_encryption_alg_values_supported: ['ECDH-ES'],
    authorization_encryption_enc_values_supported: ['A128GCM', 'A256GCM'],
  },
};
