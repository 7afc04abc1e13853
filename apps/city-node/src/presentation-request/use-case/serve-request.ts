import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/credential';
import { Catalogue } from '../../catalogue/index.js';
import { NodeContext } from '../../node-context/index.js';
import { loadMessages } from '../protocol/messages.js';
import { anyWallet, requestPayload, requestUri } from '../protocol/request-object.js';
import { VerifierIdentity } from '../protocol/verifier-identity.js';
import { WalletFault } from '../protocol/wallet-fault.js';
import { assertWalletCan } from '../protocol/wallet-metadata.js';
import type { PresentationRequestRecord } from '../record/presentation-request.entity.js';
import { RequestRecords } from '../record/request-records.js';
import { findOpenRequest } from './find-open-request.js';

/** What a wallet may say when it fetches a request by POST. */
export interface WalletFacts {
  /** Echoed, so that the wallet sees that the request was signed for it. */
  readonly nonce?: string;
  readonly metadata?: JsonObject;
}

/** Hands a wallet the signed request object, as often as it asks until the request is answered or has expired. */
@Injectable()
export class ServeRequest {
  constructor(
    private readonly records: RequestRecords,
    private readonly identity: VerifierIdentity,
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
  ) {}

  /** @returns a JWT, typ `oauth-authz-req+jwt` @throws WalletFault */
  async execute(id: string, wallet: WalletFacts): Promise<string> {
    const request = await findOpenRequest(this.records, id);
    if (wallet.metadata) assertWalletCan(wallet.metadata, { encrypted: request.encryptionKey !== null });
    const x5c = await this.identity.chain();
    if (request.clientId !== (await this.identity.clientId())) {
      throw new WalletFault('invalid_request', 'the verifier has a new certificate: the request has to be made again');
    }
    const signed = await this.sign(request, wallet, x5c);
    if (request.state === 'REQUESTED') await this.records.move(id, { event: 'fetch', actor: 'wallet' });
    return signed;
  }

  private async sign(request: PresentationRequestRecord, wallet: WalletFacts, x5c: string[]): Promise<string> {
    const { url } = this.node;
    const name = this.catalogue.authority(request.authority).name.zhHans;
    const { createOpenid4vpAuthorizationRequest } = await loadMessages(url.startsWith('http:'));
    const { jar } = await createOpenid4vpAuthorizationRequest({
      authorizationRequestPayload: {
        ...requestPayload(url, request, name),
        ...(wallet.nonce !== undefined && { wallet_nonce: wallet.nonce }),
      },
      jar: {
        jwtSigner: { method: 'x5c', alg: 'ES256', x5c },
        requestUri: requestUri(url, request.id),
        expiresInSeconds: 0,
        additionalJwtPayload: { aud: audienceOf(wallet), ...this.times(request) },
      },
      wallet: { expectedNonce: wallet.nonce },
      callbacks: {
        signJwt: async (_signer, { header, payload }) => {
          const { typ, x5c: chain } = header;
          return { jwt: await this.identity.sign({ typ, x5c: chain }, payload), signerJwk: {} as never };
        },
        encryptJwe: () => Promise.reject(new Error('requests are not encrypted')),
      },
    });
    return jar?.authorizationRequestJwt ?? '';
  }

  private times({ expiresAt }: PresentationRequestRecord) {
    return { iat: seconds(this.node.now()), exp: seconds(expiresAt) };
  }
}

const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);

/** A wallet that names itself is addressed by its name (OpenID4VP 1.0 §5.8). */
function audienceOf({ metadata }: WalletFacts): string {
  const issuer = metadata?.['issuer'];
  return typeof issuer === 'string' && issuer !== '' ? issuer : anyWallet;
}
