import { Controller, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChecksItsTokens, IgnoresTokens, UnreadableBodyIs } from '#libs/platform';
import { AuthenticateWallet } from '../access/authenticate-wallet.js';
import { type CredentialIssuerOptions, credentialIssuerOptions, endpointPaths } from '../issuer-options.js';
import { readCredentialRequest, readDeferredRequest } from '../rules/credential-request.js';
import { encryptionFor } from '../rules/response-encryption.js';
import { IssuerSecrets } from '../secrets.js';
import { CheckProofs } from '../use-case/check-proofs.js';
import { FetchDeferredCredential } from '../use-case/fetch-deferred-credential.js';
import { RequestCredential } from '../use-case/request-credential.js';
import { IssuanceFaultFilter } from './issuance-fault.filter.js';
import { RequestBodies } from './request-body.js';
import { sendCredentials } from './send-credentials.js';
import { walletRequestOf } from './wallet-request.js';

/** Where wallets ask for challenges and credentials (OpenID4VCI 1.0 §7-9). */
@UseFilters(IssuanceFaultFilter)
@Controller()
export class CredentialController {
  private readonly bodies: RequestBodies;

  constructor(
    private readonly wallets: AuthenticateWallet,
    private readonly proofs: CheckProofs,
    private readonly requestCredential: RequestCredential,
    private readonly fetchDeferred: FetchDeferredCredential,
    @Inject(credentialIssuerOptions) { nodeKey }: CredentialIssuerOptions,
  ) {
    this.bodies = new RequestBodies(new IssuerSecrets(nodeKey).requestKey().privateJwk);
  }

  /** A new challenge for key proofs, for anybody. */
  @IgnoresTokens()
  @Post(endpointPaths.nonce)
  async nonce(@Res() reply: FastifyReply): Promise<void> {
    await reply.code(200).header('cache-control', 'no-store').send({ c_nonce: this.proofs.newNonce() });
  }

  /** Credentials, or a transaction to come back with. */
  @ChecksItsTokens()
  @UnreadableBodyIs('invalid_credential_request')
  @Post(endpointPaths.credential)
  async credential(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wallet = await this.wallets.execute(walletRequestOf(request, endpointPaths.credential));
    const asked = readCredentialRequest(await this.bodies.open(request));
    const encrypt = asked.encryption && (await encryptionFor(asked.encryption));
    await sendCredentials(reply, await this.requestCredential.execute(wallet, asked), encrypt);
  }

  /** The credentials of a transaction, as soon as they exist. */
  @ChecksItsTokens()
  @UnreadableBodyIs('invalid_credential_request')
  @Post(endpointPaths.deferred)
  async deferred(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wallet = await this.wallets.execute(walletRequestOf(request, endpointPaths.deferred));
    const { transaction, encryption } = readDeferredRequest(await this.bodies.open(request));
    const encrypt = encryption && (await encryptionFor(encryption));
    await sendCredentials(reply, await this.fetchDeferred.execute(wallet, transaction), encrypt);
  }
}
