import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { KuashiError, parseId } from '#libs/kernel';
import { IdempotencyKeys, lockForUpdate, UnitOfWork } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import { NodeContext } from '../node-context/index.js';
import { CertificateRecord } from './certificate-record.entity.js';
import { may } from './policies.js';
import { SetCertificateStatus } from './set-certificate-status.js';

/** What an officer orders. */
export interface Revocation {
  /** Certificate ID. */
  readonly certificate: string;
  /** Legal ground (吊销, 撤销, 注销 …). */
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

/** Revokes a certificate (吊销/撤销/注销): from the commit on no node accepts it. */
@Injectable()
export class RevokeCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: IdempotencyKeys,
    private readonly setStatus: SetCertificateStatus,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /** @throws ID_MALFORMED, CERTIFICATE_UNKNOWN, FORBIDDEN, CERTIFICATE_STATE_CONFLICT, IDEMPOTENCY_KEY_REUSED */
  async execute(caller: Caller, { certificate, reason, idempotencyKey: key }: Revocation): Promise<void> {
    parseId(certificate, 'certificate', 'input.certificate');
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([certificate, reason]))
      .digest('hex');
    const request = { scope: `revoke-certificate|${caller.subject}`, key, fingerprint };
    await this.unitOfWork.run(async (tx) => {
      const record = await this.lock(tx, certificate, caller);
      await this.keys.once(tx, request, () => this.revoke(tx, record, { caller, reason }));
    });
  }

  private async lock(tx: EntityManager, id: string, caller: Caller): Promise<CertificateRecord> {
    const record = await lockForUpdate(tx, CertificateRecord, { id });
    if (!record) {
      throw new KuashiError('CERTIFICATE_UNKNOWN', { field: 'input.certificate', params: { certificate: id } });
    }
    if (!may('revoke', caller, record, this.node.division)) throw new KuashiError('FORBIDDEN');
    return record;
  }

  private async revoke(
    tx: EntityManager,
    record: CertificateRecord,
    { caller, reason }: { caller: Caller; reason: string },
  ): Promise<{ resource: string }> {
    await this.setStatus.execute(tx, record, { event: 'revoke', reason });
    await this.audit.append(tx, {
      actor: caller.subject,
      action: 'certificate.revoked',
      subject: record.id,
      details: { type: record.type, reason },
    });
    return { resource: record.id };
  }
}
