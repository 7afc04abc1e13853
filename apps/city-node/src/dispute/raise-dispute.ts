import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog, digestOf, Outbox } from '#libs/exchange';
import { type DivisionCode, KuashiError } from '#libs/kernel';
import { insertIfAbsent } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import { CertificateRecord } from '../certificate/index.js';
import { type CertificateUseRecord, FindUses } from '../certificate-use/index.js';
import { NodeContext } from '../node-context/index.js';
import { type Repeatable, requestOf, RunOnce } from '../repeatable/index.js';
import { DisputeRecord } from './dispute.entity.js';
import { disputeMessages, type RaisedDispute } from './dispute-messages.js';
import { DisputeState } from './dispute-rules.js';

/** What a holder objects to. */
export interface Objection extends Repeatable {
  /** ID of the use. */
  readonly use: string;
  readonly statement: string;
}

/** Raises a holder's objection to a use of an own certificate (异议/纠错), once for a use; the verifier's node is told. */
@Injectable()
export class RaiseDispute {
  constructor(
    private readonly uses: FindUses,
    private readonly runOnce: RunOnce,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /** @returns the dispute's ID @throws CERTIFICATE_USE_UNKNOWN, DISPUTE_STATE_CONFLICT for a second one, IDEMPOTENCY_KEY_REUSED */
  async execute(caller: Caller, input: Objection): Promise<string> {
    const [use] = await this.uses.readableOf([input.use], caller);
    if (!use) throw new KuashiError('CERTIFICATE_USE_UNKNOWN', { field: 'input.use', params: { use: input.use } });
    const request = requestOf('dispute-certificate-use', caller, input);
    return this.runOnce.execute(request, async (tx) => {
      const dispute = await this.raise(tx, { ...use, holder: caller.holder ?? use.holder }, input.statement);
      const details = { use: use.id, text: digestOf(input.statement) };
      await this.audit.append(tx, { actor: caller.subject, action: 'dispute.raise', subject: dispute.id, details });
      await this.tell(tx, dispute);
      return dispute.id;
    });
  }

  private async raise(tx: EntityManager, use: CertificateUseRecord, statement: string): Promise<DisputeRecord> {
    const certificate = await tx.findOneBy(CertificateRecord, { id: use.certificate });
    const dispute = { ...this.draw(use, statement), issuer: certificate?.authority ?? null };
    await insertIfAbsent(tx, DisputeRecord, { ...dispute });
    const kept = await tx.findOneByOrFail(DisputeRecord, { use: use.id });
    if (kept.id === dispute.id) return kept;
    const params = { state: kept.state, event: 'raise' };
    throw new KuashiError('DISPUTE_STATE_CONFLICT', { field: 'input.use', params });
  }

  private draw(use: CertificateUseRecord, statement: string): Omit<DisputeRecord, 'issuer'> {
    const { id, certificate, item, caseReference, verifierDivision: verifier, verifierAuthority, holder } = use;
    return {
      ...{ use: id, certificate, item, caseReference, verifier, verifierAuthority, holder, statement },
      id: this.node.newId('dispute'),
      owner: this.node.division,
      state: DisputeState.OPEN,
      raisedAt: this.node.now(),
      ...{ reply: null, repliedAt: null, outcome: null, answer: null, answeredAt: null },
    };
  }

  private async tell(tx: EntityManager, dispute: DisputeRecord): Promise<void> {
    const { id, use, certificate, item, caseReference, verifier, verifierAuthority, statement } = dispute;
    if (verifier === (this.node.division as string)) return;
    const raisedAt = dispute.raisedAt.toISOString();
    const payload: RaisedDispute = {
      ...{ id, use, certificate, item, caseReference, verifierAuthority, statement, raisedAt },
    };
    await this.outbox.enqueue(tx, { receiver: verifier as DivisionCode, type: disputeMessages.raised, payload });
  }
}
