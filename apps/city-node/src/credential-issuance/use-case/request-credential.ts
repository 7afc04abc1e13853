import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#libs/persistence';
import type { WalletToken } from '../access/wallet-token.js';
import { CredentialConfigurations } from '../metadata/credential-configurations.js';
import type { CredentialRequest } from '../rules/credential-request.js';
import { datasetOf } from '../rules/requested-dataset.js';
import { CheckProofs } from './check-proofs.js';
import { FindIssuable } from './find-issuable.js';
import { type CredentialAnswer, IssueOrDefer } from './issue-or-defer.js';

/** The Credential Endpoint (OpenID4VCI 1.0 §8). */
@Injectable()
export class RequestCredential {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly configurations: CredentialConfigurations,
    private readonly proofs: CheckProofs,
    private readonly find: FindIssuable,
    private readonly act: IssueOrDefer,
  ) {}

  /** @throws IssuanceFault, TokenFault */
  async execute(wallet: WalletToken, request: CredentialRequest): Promise<CredentialAnswer> {
    const dataset = datasetOf(request, wallet, this.configurations);
    const checked = await this.proofs.check(request.proofs, wallet);
    const issuable = await this.find.execute(dataset, wallet);
    return this.unitOfWork.run(async (tx) => {
      await this.proofs.spend(tx, checked);
      return this.act.execute(tx, { issuable, configuration: dataset.configuration, wallet, checked });
    });
  }
}
