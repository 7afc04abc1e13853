import { Inject, Injectable } from '@nestjs/common';
import { HolderKeys } from '#libs/credential';
import { UnitOfWork } from '#libs/persistence';
import { NodeContext } from '../../node-context/index.js';
import { SpendOnce } from '../nonce/spend-once.js';
import { AccessTokens } from './access-tokens.js';
import { checkDpopProof } from './dpop-proof.js';
import { TokenFault } from './token-fault.js';
import type { WalletToken } from './wallet-token.js';

/** What of a request says who is asking. */
export interface WalletRequest {
  readonly method: string;
  /** Path of the endpoint, without query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Recognises a wallet by its access token, Bearer or DPoP (RFC 6750, RFC 9449). A token elsewhere than in the header is none. */
@Injectable()
export class AuthenticateWallet {
  private readonly keys = new HolderKeys();

  constructor(
    @Inject(AccessTokens) private readonly tokens: AccessTokens,
    private readonly once: SpendOnce,
    private readonly unitOfWork: UnitOfWork,
    private readonly node: NodeContext,
  ) {}

  /** @throws TokenFault; KuashiError LOGIN_UNREACHABLE */
  async execute(request: WalletRequest): Promise<WalletToken> {
    const { scheme, token } = credentialsOf(request.headers.authorization);
    const wallet = await this.tokens.read(token);
    const bound = wallet.boundTo !== undefined;
    if (bound !== (scheme === 'dpop')) {
      throw new TokenFault('invalid_token', bound ? 'is bound to a key: DPoP is needed' : 'is not bound to a key');
    }
    if (bound) await this.prove(request, token, wallet.boundTo);
    return wallet;
  }

  private async prove({ method, path, headers }: WalletRequest, token: string, boundTo?: string): Promise<void> {
    const { dpop: proof } = headers;
    // Node joins repeated headers of this name with a comma: two proofs are no proof.
    if (typeof proof !== 'string' || proof.includes(',')) {
      throw new TokenFault('invalid_dpop_proof', 'exactly one DPoP header is needed');
    }
    const request = { proof, token, method, url: `${this.node.url}${path}`, now: this.node.now() };
    const { thumbprint, once, expires } = await checkDpopProof(request, this.keys);
    if (thumbprint !== boundTo) throw new TokenFault('invalid_dpop_proof', 'the token is bound to another key');
    const first = await this.unitOfWork.run((tx) => this.once.spend(tx, 'dpop', once, expires));
    if (!first) throw new TokenFault('invalid_dpop_proof', 'jti was used before');
  }
}

function credentialsOf(authorization: string | string[] | undefined): { scheme: string; token: string } {
  if (authorization === undefined) throw new TokenFault();
  const [, scheme = '', token = ''] = /^(Bearer|DPoP) ([\w.~+/-]+=*)$/i.exec(String(authorization)) ?? [];
  if (token === '') throw new TokenFault('invalid_request', 'the Authorization header cannot be read');
  return { scheme: scheme.toLowerCase(), token };
}
