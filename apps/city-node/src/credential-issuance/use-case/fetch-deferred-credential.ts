import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#libs/persistence';
import { FindAwaitedCertificate } from '../../application/index.js';
import type { WalletToken } from '../access/wallet-token.js';
import { denied } from '../rules/issuable.js';
import { FindIssuable } from './find-issuable.js';
import { type IssuedCredentials, IssueWalletCopies } from './issue-wallet-copies.js';
import { type DeferredAnswer, waitAnswer, WaitingRequests } from './waiting-requests.js';

/** The Deferred Credential Endpoint (OpenID4VCI 1.0 §9): a transaction is answered with credentials once. */
@Injectable()
export class FetchDeferredCredential {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly waiting: WaitingRequests,
    private readonly awaited: FindAwaitedCertificate,
    private readonly find: FindIssuable,
    private readonly copies: IssueWalletCopies,
  ) {}

  /** @throws IssuanceFault invalid_transaction_id, credential_request_denied; TokenFault insufficient_scope */
  async execute(
    wallet: WalletToken,
    transaction: string,
  ): Promise<Pick<IssuedCredentials, 'credentials'> | DeferredAnswer> {
    const request = await this.waiting.find(wallet, transaction);
    const { application, configuration: type, holder, keys } = request;
    const outcome = await this.awaited.by(application);
    if (!outcome) throw denied('the application will not end in a certificate');
    if (outcome.certificate === null) return waitAnswer(transaction);
    const issuable = await this.find.named(outcome.certificate, { holder, type });
    return this.unitOfWork.run(async (tx) => {
      await this.waiting.close(tx, request);
      // Without `notification_id`, which is optional here: @openid4vc up to 0.4.6 refuses a deferred answer that has one.
      const { credentials } = await this.copies.execute(tx, { ...issuable, keys, wallet });
      return { credentials };
    });
  }
}
