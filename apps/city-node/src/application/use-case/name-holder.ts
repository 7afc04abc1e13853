import { Injectable } from '@nestjs/common';
import { KuashiError, parseResidentId, parseUnifiedCreditCode, type HolderIdType } from '#libs/kernel';
import { Catalogue } from '../../catalogue/index.js';
import {
  claimField,
  holderClaims,
  holderClaimsOf,
  type CertificateClaims,
  type HolderClaims,
  type NamedHolder,
} from '../../certificate/index.js';
import { NodeContext } from '../../node-context/index.js';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import type { CaseFile } from '../record/case-file.js';

type Case = Pick<CaseFile, 'application' | 'materials'>;

/**
 * Finds out by what name and number the result of a case names the applicant: as a certificate that was presented says,
 * else as the window has read it, else as the officer states. Whatever number it is, it must be the one that the
 * applicant's holder code was made of. It is kept nowhere but in the certificate.
 */
@Injectable()
export class NameHolder {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
  ) {}

  /**
   * @returns undefined where the result is about another: a child, an employee, what is founded. The officer says whom.
   * @throws BAD_INPUT for a number that is not the applicant's; the errors of numbers for one that is none
   */
  execute(file: Case, stated: CertificateClaims): NamedHolder | undefined {
    const { application } = file;
    const named = this.claimsOfApplicant(application);
    if (named) return this.presented(file) ?? this.readAtWindow(application) ?? this.stated(application, named, stated);
    this.assertNumbers(stated);
    return undefined;
  }

  /** Where the result says who the applicant is, if it does. */
  private claimsOfApplicant(application: ApplicationRecord): HolderClaims | undefined {
    if (this.catalogue.item(application.item).resultNames === 'another') return undefined;
    return holderClaims(this.catalogue.certificateType(application.resultType ?? ''), idTypeOf(application));
  }

  /** Of somebody who has no part in the case nothing is known but what the officer states: it must be well formed. */
  private assertNumbers(stated: CertificateClaims): void {
    const { unified_social_credit_code: code, holder_id_type: idType = '111', holder_id_number: number } = stated;
    if (typeof code === 'string') parseUnifiedCreditCode(code, claimField('unified_social_credit_code'));
    if (typeof number !== 'string' || idType !== '111') return;
    const allowSynthetic = this.node.mode === 'sandbox';
    parseResidentId(number, { now: this.node.now(), field: claimField('holder_id_number'), allowSynthetic });
  }

  private presented({ application, materials }: Case): NamedHolder | undefined {
    const idType = idTypeOf(application);
    for (const { presentation } of materials) {
      const claims = (presentation?.claims ?? {}) as CertificateClaims;
      for (const { name, number } of holderClaimsOf[idType]) {
        const proved = this.ofApplicant(application, claims[number]);
        const said = claims[name];
        if (proved !== undefined) return { idType, number: proved, name: textOr(said, application.applicantName) };
      }
    }
    return undefined;
  }

  private readAtWindow(application: ApplicationRecord): NamedHolder | undefined {
    const { applicant, sealedNumber, applicantName: name } = application;
    const opened = sealedNumber === null ? undefined : this.node.openNumber(applicant, sealedNumber);
    const number = this.ofApplicant(application, opened);
    return number === undefined ? undefined : { idType: idTypeOf(application), number, name };
  }

  private stated(application: ApplicationRecord, named: HolderClaims, claims: CertificateClaims): NamedHolder {
    const idType = idTypeOf(application);
    const name = textOr(claims[named.name], application.applicantName);
    const value = claims[named.number] ?? undefined;
    if (value === undefined) return { idType, name };
    const number = this.ofApplicant(application, value);
    if (number !== undefined) return { idType, name, number };
    const params = { constraint: 'isNumberOfApplicant', reason: 'is not the number of the applicant' };
    throw new KuashiError('BAD_INPUT', { field: claimField(named.number), params });
  }

  private ofApplicant(application: ApplicationRecord, number: unknown): string | undefined {
    if (typeof number !== 'string') return undefined;
    return this.node.holderOf(idTypeOf(application), number) === application.applicant ? number : undefined;
  }
}

const idTypeOf = ({ applicantKind }: ApplicationRecord): HolderIdType =>
  applicantKind === 'legal-person' ? '001' : '111';

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;
