import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type VerificationReport, withCheck } from '#libs/credential';
import type { CredentialResult, PresentationRequestRecord } from '../record/presentation-request.entity.js';
import type { AskedCredential } from '../rules/asked-credential.js';
import { checkHolder } from '../rules/check-query.js';
import { type AnswerRefusal, matchAnswer, type VpToken } from '../rules/match-answer.js';
import { AskRegister, type WitnessedReport } from './ask-register.js';
import { InspectCredential } from './inspect-credential.js';
import { TakeWalletUses } from './take-wallet-uses.js';

/** What an answer comes to. */
export interface AnswerVerdict {
  readonly event: 'verify' | 'refuse' | 'leaveOpen';
  readonly refusal: AnswerRefusal | null;
  readonly detail: string | null;
  readonly results: readonly CredentialResult[];
  /** What is to be written with it: the uses that the registers know of. */
  readonly also?: (tx: EntityManager) => Promise<void>;
}

/** A credential of an answer with its report. */
export interface InspectedCredential extends WitnessedReport {
  readonly asked: AskedCredential;
}

/**
 * Verifies an answer as a whole: one credential that does not hold spoils it, and no register is told of a use before
 * everything has held here.
 */
@Injectable()
export class VerifyAnswer {
  constructor(
    private readonly inspect: InspectCredential,
    private readonly register: AskRegister,
    private readonly uses: TakeWalletUses,
  ) {}

  /** @throws CERTIFICATE_UNDETERMINED when there is no trust list */
  async execute(request: PresentationRequestRecord, vpToken: VpToken): Promise<AnswerVerdict> {
    const matched = matchAnswer(request.asked, vpToken);
    if ('refusal' in matched) return { event: 'refuse', ...matched, results: [] };
    const inspected = await Promise.all(
      matched.presentations.map(async (each): Promise<InspectedCredential> => {
        return { asked: each.asked, report: await this.inspect.execute(request, each) };
      }),
    );
    if (!inspected.every(isValid)) return verdictOn(inspected);
    const witnessed = ofOneHolder(await this.witness(request, inspected));
    return { ...verdictOn(witnessed), also: (tx) => this.uses.execute(tx, request, witnessed) };
  }

  /** One after the other: a refusal ends it, so that no other register is told of a use that comes to nothing. */
  private async witness(
    request: PresentationRequestRecord,
    inspected: readonly InspectedCredential[],
  ): Promise<InspectedCredential[]> {
    const witnessed: InspectedCredential[] = [...inspected];
    for (const [place, { asked, report }] of inspected.entries()) {
      const answer = { asked, ...(await this.register.execute(request, asked, report)) };
      witnessed[place] = answer;
      if (!isValid(answer)) break;
    }
    return witnessed;
  }
}

const isValid = ({ report }: InspectedCredential): boolean => report.outcome === 'valid';

/** Where nobody said who the applicant is, the applicant's certificates must at least be one person's. */
function ofOneHolder(witnessed: readonly InspectedCredential[]): InspectedCredential[] {
  const own = witnessed.filter(({ asked, witness }) => asked.ofApplicant && witness);
  const [first] = own;
  return witnessed.map((each) => {
    if (!own.includes(each) || each.witness?.holder === first?.witness?.holder) return each;
    return { ...each, report: withCheck(each.report, checkHolder(false)) };
  });
}

function verdictOn(inspected: readonly InspectedCredential[]): AnswerVerdict {
  const spoilt = inspected.find(({ report }) => report.outcome === 'invalid');
  const unclear = inspected.find(({ report }) => report.outcome === 'undetermined');
  const holds = !spoilt && !unclear;
  const results = inspected.map((each) => resultOf(each, holds));
  if (holds) return { event: 'verify', refusal: null, detail: null, results };
  const refusal = spoilt ? 'CREDENTIAL_REFUSED' : 'CREDENTIAL_UNDETERMINED';
  return { event: spoilt ? 'refuse' : 'leaveOpen', refusal, detail: (spoilt ?? unclear)?.asked.id ?? null, results };
}

/** Claims are kept of an answer that holds as a whole, and of no other. */
function resultOf({ asked, report, witness }: InspectedCredential, holds: boolean): CredentialResult {
  const { outcome, checks, checkedAt, type, identifier, issuer, claims } = report;
  return {
    ...{ query: asked.id, material: asked.material, outcome, checks, checkedAt, type, identifier },
    ...(issuer && { issuer: issuerOf(issuer) }),
    ...(holds && { claims: claims ?? {} }),
    ...(witness && { certificate: witness.certificate, use: witness.use }),
  };
}

const issuerOf = ({ authority, name, division }: NonNullable<VerificationReport['issuer']>) => ({
  authority,
  name,
  division,
});
