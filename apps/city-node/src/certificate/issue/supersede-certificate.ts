import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import type { Holder } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { Catalogue } from '../../catalogue/index.js';
import type { CertificateClaims, CertificateRecord } from '../certificate-record.entity.js';
import { type CertificateStep, TakeCertificateStep } from '../steps/index.js';
import { changeClaims } from './change-claims.js';
import { IssueCertificate } from './issue-certificate.js';

/** A change of what a certificate says. */
export interface CertificateChange extends CertificateStep {
  /** Claims that change; null takes one away. All others stay. */
  readonly claims: CertificateClaims;
}

/**
 * Issues the next version of a certificate (变更, 换发, 补发): the same serial and term, the next version, a new check
 * character. The old version ends in the same unit of work, with every copy of it.
 */
@Injectable()
export class SupersedeCertificate {
  constructor(
    private readonly takeStep: TakeCertificateStep,
    private readonly issue: IssueCertificate,
    private readonly catalogue: Catalogue,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns the ID of the new version
   * @throws ID_MALFORMED, CERTIFICATE_UNKNOWN, FORBIDDEN, CERTIFICATE_STATE_CONFLICT, IDEMPOTENCY_KEY_REUSED, BAD_INPUT
   */
  execute(caller: Caller, input: CertificateChange): Promise<string> {
    return this.takeStep.locked({ event: 'supersede', caller, input }, async (tx, previous) => {
      const next = await this.issueNext(tx, previous, { caller, input });
      await this.audit.append(tx, {
        ...{ actor: caller.subject, action: 'certificate.superseded', subject: previous.id },
        details: { type: previous.type, reason: input.reason, by: next.id },
      });
      return next.id;
    });
  }

  private issueNext(
    tx: EntityManager,
    previous: CertificateRecord,
    { caller, input }: { caller: Caller; input: CertificateChange },
  ): Promise<CertificateRecord> {
    const { id: replaces, type, authority, caseReference } = previous;
    return this.issue.execute(tx, {
      ...{ type, authority, caseReference, replaces, reason: input.reason, actor: caller.subject },
      ...changeClaims(this.catalogue.certificateType(type), previous, input.claims),
      holder: previous.holder as Holder,
    });
  }
}
