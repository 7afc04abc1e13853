import { Injectable } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { Catalogue } from '../../catalogue/index.js';
import { IssueCertificate, type CertificateOrder } from '../../certificate/index.js';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import type { CaseFile } from '../record/case-file.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { NameHolder } from './name-holder.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** What the certificate shall say. */
export interface CertificationInput extends CaseInput {
  readonly claims: CertificateOrder['claims'];
}

/**
 * Certifies a grant (制证): the certificate is issued in the same unit of work as the step. An electronic one is
 * delivered by the node itself, and the case completed, in that unit too.
 */
@Injectable()
export class CertifyApplication {
  constructor(
    private readonly takeStep: TakeStep,
    private readonly nameHolder: NameHolder,
    private readonly issueCertificate: IssueCertificate,
    private readonly catalogue: Catalogue,
  ) {}

  /**
   * @throws ISSUER_NOT_ENTITLED when the officer's authority may not issue the kind, FORBIDDEN when it may but the
   * deciding authority issues it itself, BAD_INPUT for claims that its type does not have, lacks, or that contradict the
   * case, and the errors of {@link TakeStep}
   */
  execute(caller: Caller, input: CertificationInput): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.CERTIFY, caller, input }, async (tx, file) => {
      const certificate = await this.issueCertificate.execute(tx, this.order(file, caller, input));
      file.application.result = certificate.id;
      return { notice: { certificate: certificate.id } };
    });
  }

  private order(file: CaseFile, caller: Caller, { claims }: CertificationInput): CertificateOrder {
    const { application } = file;
    const { id: caseReference, applicant: holder } = application;
    const type = application.resultType ?? '';
    const authority = this.issuerFor(type, application.authority, caller.authority);
    const named = this.nameHolder.execute(file, claims);
    return { type, authority, holder, named, claims, caseReference, actor: caller.subject };
  }

  /** The deciding authority if it may issue the kind, else the officer's own; for a general officer one of this node that may. */
  private issuerFor(type: string, deciding: string, own: string | undefined): string {
    const entitled = this.catalogue.authorities.filter(({ issues }) => issues.includes(type)).map(({ code }) => code);
    if (own === undefined) return entitled.includes(deciding) ? deciding : (entitled[0] ?? deciding);
    const another = own !== deciding && entitled.includes(own) && entitled.includes(deciding);
    if (another) throw new KuashiError('FORBIDDEN');
    return own;
  }
}
