import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { KuashiError, parseId } from '#libs/kernel';
import { lockForUpdate } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import { NodeContext } from '../../node-context/index.js';
import { type Repeatable, requestOf, RunOnce } from '../../repeatable/index.js';
import { CertificateRecord } from '../certificate-record.entity.js';
import { type CertificateEvent, statusAfter } from '../certificate-states.js';
import { auditActions, type CertificateStep } from './certificate-step.js';
import { coOwnersOf } from '../owners/index.js';
import { assertMay } from '../policies.js';
import { SetCertificateStatus } from '../set-certificate-status.js';

/** Somebody wants an event to happen to a certificate. */
export interface CertificateStepRequest<Input extends Repeatable & { readonly certificate: string }> {
  readonly event: CertificateEvent;
  readonly caller: Caller;
  readonly input: Input;
}

/**
 * The one shape of a change of status: policy row → idempotency key → one unit of work with the status, the entries of
 * all signed forms, the audit entry, and the messages to whoever used the certificate.
 */
@Injectable()
export class TakeCertificateStep {
  constructor(
    private readonly runOnce: RunOnce,
    private readonly setStatus: SetCertificateStatus,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /** @throws ID_MALFORMED, CERTIFICATE_UNKNOWN, FORBIDDEN, CERTIFICATE_STATE_CONFLICT, IDEMPOTENCY_KEY_REUSED */
  async execute({ event, caller, input }: CertificateStepRequest<CertificateStep>): Promise<string> {
    return this.locked({ event, caller, input }, async (tx, record) => {
      const { reason } = input;
      await this.setStatus.execute(tx, record, { event, reason });
      await this.audit.append(tx, {
        ...{ actor: caller.subject, action: auditActions[event], subject: record.id },
        details: { type: record.type, reason },
      });
      return record.id;
    });
  }

  /**
   * Runs the work once for an idempotency key, with the certificate locked and the caller allowed to change it.
   * @returns the ID of what the work made or changed
   * @throws ID_MALFORMED, CERTIFICATE_UNKNOWN, FORBIDDEN, CERTIFICATE_STATE_CONFLICT, IDEMPOTENCY_KEY_REUSED
   */
  async locked<Input extends Repeatable & { readonly certificate: string }>(
    { event, caller, input }: CertificateStepRequest<Input>,
    work: (tx: EntityManager, record: CertificateRecord) => Promise<string>,
  ): Promise<string> {
    parseId(input.certificate, 'certificate', 'input.certificate');
    const request = requestOf(`${event}-certificate`, caller, input);
    return this.runOnce.execute(request, async (tx) => work(tx, await this.lock(tx, { event, caller, input })));
  }

  private async lock(
    tx: EntityManager,
    { event, caller, input: { certificate } }: CertificateStepRequest<{ readonly certificate: string }>,
  ): Promise<CertificateRecord> {
    const record = await lockForUpdate(tx, CertificateRecord, { id: certificate });
    if (!record) throw new KuashiError('CERTIFICATE_UNKNOWN', { field: 'input.certificate', params: { certificate } });
    const owners = (await coOwnersOf(tx, record.id)).map(({ holder }) => holder);
    assertMay(event, caller, { ...record, owners }, this.node.division);
    if (statusAfter(record.status, event)) return record;
    const params = { state: record.status, event };
    throw new KuashiError('CERTIFICATE_STATE_CONFLICT', { field: 'input.certificate', params });
  }
}
