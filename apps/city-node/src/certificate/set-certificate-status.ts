import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KuashiError } from '#libs/kernel';
import { UnitOfWork } from '#libs/persistence';
import { NodeContext } from '../node-context/index.js';
import { CertificateRecord } from './certificate-record.entity.js';
import { type CertificateEvent, type CertificateStatus, publishedStatus, statusAfter } from './certificate-states.js';
import { StatusEntry, StatusLists } from './status/index.js';

/** A certificate whose status has changed in a unit of work. */
export interface StatusChange {
  /** Certificate ID. */
  readonly certificate: string;
  readonly status: CertificateStatus;
  readonly at: Date;
}

/** What else is written in the same unit of work (whoever used the certificate is told through the outbox). */
export type StatusListener = (tx: EntityManager, change: StatusChange) => Promise<void>;

/** Moves a certificate along the register's state table and changes the status lists once that is on disk. */
@Injectable()
export class SetCertificateStatus {
  private readonly listeners: StatusListener[] = [];

  constructor(
    private readonly node: NodeContext,
    private readonly lists: StatusLists,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Registers who has something to write when a status changes. */
  onChange(listener: StatusListener): void {
    this.listeners.push(listener);
  }

  /**
   * @param record locked by the caller in the same unit of work
   * @throws CERTIFICATE_STATE_CONFLICT
   */
  async execute(
    tx: EntityManager,
    record: CertificateRecord,
    { event, reason }: { event: CertificateEvent; reason: string },
  ): Promise<void> {
    const status = statusAfter(record.status, event);
    if (!status) {
      throw new KuashiError('CERTIFICATE_STATE_CONFLICT', { params: { state: record.status, event } });
    }
    const at = this.node.now();
    await tx.update(CertificateRecord, { id: record.id }, { status, statusReason: reason, statusChangedAt: at });
    for (const listener of this.listeners) await listener(tx, { certificate: record.id, status, at });
    await this.show(tx, record.id, status);
  }

  /** Every signed form of the certificate, the copies in wallets too. */
  private async show(tx: EntityManager, certificate: string, status: CertificateStatus): Promise<void> {
    const entries = await tx.findBy(StatusEntry, { certificate });
    const changes = entries.map(({ list, index }) => ({ list, index, status: publishedStatus[status] }));
    this.unitOfWork.afterCommit(tx, () => this.lists.changed(changes));
  }
}
