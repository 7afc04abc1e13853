import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { Database, lockForUpdate } from '#libs/persistence';
import { NodeContext } from '../../node-context/index.js';
import type { WalletToken } from '../access/wallet-token.js';
import { CredentialConfigurations } from '../metadata/credential-configurations.js';
import { DeferredIssuance } from '../record/deferred-issuance.entity.js';
import { IssuanceFault } from '../rules/issuance-fault.js';
import { assertCovers } from '../rules/requested-dataset.js';

/** Seconds a wallet should wait before it asks again. */
const interval = 5;

/** Days until a waiting request is forgotten: a grant has ten working days to be delivered. */
const keptDays = 30;

/** The answer to a wallet that has to wait (§8.3). */
export interface DeferredAnswer {
  readonly transaction_id: string;
  readonly interval: number;
}

/** What to tell a wallet that has to wait. */
export const waitAnswer = (transaction: string): DeferredAnswer => ({ transaction_id: transaction, interval });

/** Who waits for which grant's certificate, with the keys it shall be bound to. */
export type Waiting = Pick<DeferredIssuance, 'application' | 'configuration' | 'holder' | 'keys'>;

/** Requests for certificates that are decided but not certified (制证) yet. */
@Injectable()
export class WaitingRequests {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
    private readonly configurations: CredentialConfigurations,
  ) {}

  /** Remembers a request, in the caller's unit of work. Its id is the wallet's secret: only a digest is kept. */
  async add(tx: EntityManager, waiting: Waiting): Promise<DeferredAnswer> {
    const transaction = Buffer.from(this.node.random.bytes(24)).toString('base64url');
    const requestedAt = this.node.now();
    const expiresAt = new Date(requestedAt.getTime() + keptDays * 86_400_000);
    await tx.delete(DeferredIssuance, { expiresAt: LessThan(requestedAt) });
    const digest = digestOf(transaction);
    await tx.insert(DeferredIssuance, { ...waiting, digest, requestedAt, expiresAt, obtainedAt: null });
    await this.audit.append(tx, {
      actor: this.node.actor,
      action: 'wallet.waits-for-certificate',
      subject: waiting.application,
      details: { type: waiting.configuration },
    });
    return waitAnswer(transaction);
  }

  /** The request of a transaction. @throws IssuanceFault invalid_transaction_id; TokenFault insufficient_scope */
  async find(wallet: WalletToken, transaction: string): Promise<DeferredIssuance> {
    const digest = digestOf(transaction);
    const waiting = await this.database.reads.findOneBy(DeferredIssuance, { digest });
    if (!this.isOpen(waiting) || waiting.holder !== (wallet.holder as string)) throw unknownTransaction();
    assertCovers(wallet, waiting.configuration, this.configurations);
    return waiting;
  }

  /** The transaction is answered, once: the row is locked, so that of two requests one finds it answered. */
  async close(tx: EntityManager, { digest }: DeferredIssuance): Promise<void> {
    if (!this.isOpen(await lockForUpdate(tx, DeferredIssuance, { digest }))) throw unknownTransaction();
    await tx.update(DeferredIssuance, { digest }, { obtainedAt: this.node.now() });
  }

  private isOpen(waiting: DeferredIssuance | null): waiting is DeferredIssuance {
    return waiting?.obtainedAt === null && waiting.expiresAt > this.node.now();
  }
}

const unknownTransaction = (): IssuanceFault =>
  new IssuanceFault('invalid_transaction_id', 'there is no such transaction, or it was answered');

const digestOf = (transaction: string): string => hash('sha256', transaction, 'base64url');
