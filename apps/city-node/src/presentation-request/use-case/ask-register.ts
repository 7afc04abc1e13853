import { Injectable } from '@nestjs/common';
import { type Check, type VerificationReport, withCheck } from '#libs/credential';
import { Exchange } from '#libs/exchange';
import { cityOf, type DivisionCode, type ErrorCode, KuashiError } from '#libs/kernel';
import { Catalogue } from '../../catalogue/index.js';
import { forApplication } from '../../certificate-use/index.js';
import type { PresentationRequestRecord } from '../record/presentation-request.entity.js';
import type { AskedCredential } from '../rules/asked-credential.js';
import { checkHolder } from '../rules/check-query.js';
import { readWitnessAnswer, type WitnessAnswer, witnessType } from './witness-question.js';

/** What a refusal of the register means to the report; every other error means that it could not be asked. */
const meanings: Readonly<Partial<Record<ErrorCode, Check>>> = {
  CERTIFICATE_NOT_YOURS: checkHolder(false),
  CERTIFICATE_REVOKED: { name: 'status', result: 'failed', reason: 'REVOKED' },
  CERTIFICATE_SUPERSEDED: { name: 'status', result: 'failed', reason: 'REVOKED' },
  CERTIFICATE_SUSPENDED: { name: 'status', result: 'failed', reason: 'SUSPENDED' },
  CERTIFICATE_EXPIRED: { name: 'validity', result: 'failed', reason: 'EXPIRED' },
  CERTIFICATE_INVALID: { name: 'validity', result: 'failed', reason: 'NOT_YET_VALID' },
  CERTIFICATE_NOT_RECOGNISED: { name: 'recognition', result: 'failed', reason: 'NOT_RECOGNISED' },
  CERTIFICATE_TYPE_NOT_ACCEPTED: { name: 'query', result: 'failed', reason: 'TYPE_NOT_REQUESTED' },
  QUESTION_REFUSED: { name: 'holder', result: 'failed', reason: 'REGISTER_REFUSED' },
};

/** A report with the register's word in it. */
export interface WitnessedReport {
  readonly report: VerificationReport;
  readonly witness?: WitnessAnswer;
}

/**
 * Asks the node that owns a presented certificate whose it is, and tells it of the use: the register decides
 * (recognition.md §3), and the holder finds the use in the own record.
 */
@Injectable()
export class AskRegister {
  constructor(
    private readonly exchange: Exchange,
    private readonly catalogue: Catalogue,
  ) {}

  async execute(
    request: PresentationRequestRecord,
    asked: AskedCredential,
    report: VerificationReport,
  ): Promise<WitnessedReport> {
    try {
      const witness = await this.ask(request, asked, report);
      return { report: withCheck(report, checkHolder(true)), witness };
    } catch (error) {
      if (!(error instanceof KuashiError)) throw error;
      const silent = { name: 'holder', result: 'undetermined', reason: 'REGISTER_UNREACHABLE' } as const;
      return { report: withCheck(report, meanings[error.code] ?? silent) };
    }
  }

  private async ask(
    { id, item, caseReference, applicant, authority, clerkRole, requester }: PresentationRequestRecord,
    { material, ofApplicant }: AskedCredential,
    { identifier, issuer, claims }: VerificationReport,
  ): Promise<WitnessAnswer> {
    const owner = cityOf((issuer?.division ?? '') as DivisionCode);
    const answer = await this.exchange.ask(owner, witnessType, {
      purpose: { item, caseReference, basis: forApplication },
      payload: {
        ...{ identifier, material, claims: Object.keys(claims ?? {}), occasion: id },
        ...(ofApplicant && applicant !== null && { holder: applicant }),
        verifier: { authority, name: this.catalogue.authority(authority).name },
        ...(clerkRole !== null && { clerk: requester, clerkRole }),
      },
    });
    return readWitnessAnswer(answer, owner);
  }
}
