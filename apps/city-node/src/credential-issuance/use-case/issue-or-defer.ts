import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WalletToken } from '../access/wallet-token.js';
import type { CheckedProofs } from '../rules/key-proofs.js';
import type { Issuable } from './find-issuable.js';
import { type IssuedCredentials, IssueWalletCopies } from './issue-wallet-copies.js';
import { type DeferredAnswer, WaitingRequests } from './waiting-requests.js';

/** What a wallet is told: its credentials, or that it has to wait. */
export type CredentialAnswer = IssuedCredentials | DeferredAnswer;

/** What was asked for and is about to be answered. */
export interface CheckedRequest {
  readonly issuable: Issuable;
  /** Certificate type key. */
  readonly configuration: string;
  readonly wallet: WalletToken;
  readonly checked: CheckedProofs;
}

/** Issues what is there and remembers who waits for what is not. */
@Injectable()
export class IssueOrDefer {
  constructor(
    private readonly copies: IssueWalletCopies,
    private readonly waiting: WaitingRequests,
  ) {}

  execute(tx: EntityManager, { issuable, configuration, wallet, checked }: CheckedRequest): Promise<CredentialAnswer> {
    const { keys } = checked;
    if ('certificate' in issuable) {
      return this.copies.execute(tx, { ...issuable, keys, wallet });
    }
    return this.waiting.add(tx, { application: issuable.awaited, configuration, holder: wallet.holder, keys });
  }
}
