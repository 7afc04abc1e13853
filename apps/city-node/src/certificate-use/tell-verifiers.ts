import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog, type Message, Outbox } from '#libs/exchange';
import type { DivisionCode } from '#libs/kernel';
import { type CertificateStatus, certificateStatuses, type StatusChange } from '../certificate/index.js';
import { NodeContext } from '../node-context/index.js';
import { CertificateUseRecord } from './certificate-use.entity.js';

/** Type of the message by which an owner tells who used a certificate that it is not valid any more. */
export const statusChangedType = 'certificate.status-changed';

/** Tells every node that used a certificate when its status changes, and takes what other nodes tell (异议/纠错 needs it). */
@Injectable()
export class TellVerifiers {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /** In the unit of work of the change: one message for each node that used it; this node's own uses are marked. */
  async tell(tx: EntityManager, { certificate, status, at }: StatusChange): Promise<void> {
    for (const receiver of await verifiersOf(tx, certificate)) {
      if (receiver === this.node.division) await mark(tx, certificate, status);
      else await this.outbox.enqueue(tx, { receiver, type: statusChangedType, payload: { certificate, status, at } });
    }
  }

  /** Applies another node's message; a node tells of its own certificates only (others have no rows to be marked). */
  async take(tx: EntityManager, { sender, payload }: Message): Promise<object> {
    const { certificate, status } = payload;
    if (typeof certificate !== 'string' || !isStatus(status)) return {};
    if (!certificate.startsWith(`cert_${sender}_`)) return {};
    await mark(tx, certificate, status);
    const details = { status };
    await this.audit.append(tx, { actor: `node:${sender}`, action: statusChangedType, subject: certificate, details });
    return {};
  }
}

const isStatus = (value: unknown): value is CertificateStatus => certificateStatuses.some((each) => each === value);

/** Each node once, however often it used the certificate. */
async function verifiersOf(tx: EntityManager, certificate: string): Promise<DivisionCode[]> {
  const rows = await tx
    .createQueryBuilder(CertificateUseRecord, 'given')
    .select('DISTINCT given.verifierDivision', 'verifier')
    .where({ side: 'GIVEN', certificate })
    .getRawMany<{ verifier: DivisionCode }>();
  return rows.map(({ verifier }) => verifier);
}

async function mark(tx: EntityManager, certificate: string, laterStatus: CertificateStatus): Promise<void> {
  await tx.update(CertificateUseRecord, { side: 'TAKEN', certificate }, { laterStatus });
}
