import { Inject, Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, importJWK, SignJWT } from 'jose';
import { KuashiError } from '#libs/kernel';
import { NodeContext } from '../../node-context/index.js';
import { type CredentialIssuerOptions, credentialIssuerOptions } from '../issuer-options.js';

/** What the authorization server shall let a wallet have. */
export interface OfferOrder {
  readonly holder: string;
  readonly holderKind: 'natural-person' | 'legal-person';
  /** Certificate type key. */
  readonly configuration: string;
  /** Certificate ID. */
  readonly certificate: string;
  readonly transactionCode: boolean;
  readonly lifetimeSeconds: number;
}

/** Codes of an offer, as the authorization server has made them. */
export interface OfferCodes {
  readonly preAuthorizedCode: string;
  readonly transactionCode?: string;
  readonly issuerState: string;
  readonly expiresInSeconds: number;
}

/** Seconds the request may travel, and milliseconds its answer is waited for. */
const requestLifetime = 60;
const patience = 5000;

/** Asks the authorization server for the codes of an offer, by a request that the node signs with its exchange key. */
@Injectable()
export class AskAuthorizationServer {
  constructor(
    private readonly node: NodeContext,
    @Inject(credentialIssuerOptions) private readonly options: CredentialIssuerOptions,
  ) {}

  /** @throws LOGIN_UNREACHABLE */
  async execute(order: OfferOrder): Promise<OfferCodes> {
    const answer = await this.post(await this.sign(order));
    const codes = (await answer.json()) as Record<string, unknown>;
    const { 'pre-authorized_code': preAuthorizedCode, issuer_state: issuerState } = codes;
    const { expires_in: expiresIn, tx_code: transactionCode } = codes;
    if (typeof preAuthorizedCode !== 'string' || typeof issuerState !== 'string') throw unreachable('no codes');
    return {
      ...{ preAuthorizedCode, issuerState },
      expiresInSeconds: typeof expiresIn === 'number' ? expiresIn : order.lifetimeSeconds,
      ...(typeof transactionCode === 'string' && { transactionCode }),
    };
  }

  private async post(request: string): Promise<Response> {
    const answer = await fetch(`${this.options.issuerUrl}/credential-offers`, {
      method: 'POST',
      headers: { 'content-type': 'application/jwt', accept: 'application/json' },
      body: request,
      signal: AbortSignal.timeout(patience),
    }).catch((cause: unknown) => {
      throw unreachable(cause);
    });
    if (answer.status !== 201) throw unreachable(new Error(`the authorization server answered ${answer.status}`));
    return answer;
  }

  private async sign(order: OfferOrder): Promise<string> {
    const { nodeKey, issuerUrl } = this.options;
    const now = Math.floor(this.node.now().getTime() / 1000);
    const { configuration, certificate } = order;
    const detail = { credential_configuration_id: configuration, credential_identifiers: [certificate] };
    return new SignJWT({
      ...{ holder: order.holder, holder_kind: order.holderKind, credential_issuer: this.node.url },
      authorization_details: [{ type: 'openid_credential', ...detail }],
      ...{ tx_code: order.transactionCode, lifetime: order.lifetimeSeconds },
    })
      .setProtectedHeader({
        alg: 'ES256',
        typ: 'kuashi-credential-offer+jwt',
        kid: await calculateJwkThumbprint(nodeKey),
      })
      .setIssuer(this.node.division)
      .setAudience(issuerUrl)
      .setIssuedAt(now)
      .setExpirationTime(now + requestLifetime)
      .setJti(Buffer.from(this.node.random.bytes(16)).toString('base64url'))
      .sign(await importJWK(nodeKey, 'ES256'));
  }
}

const unreachable = (cause: unknown): KuashiError => new KuashiError('LOGIN_UNREACHABLE', { cause });
