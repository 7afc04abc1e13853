import { Injectable } from '@nestjs/common';
import type { VerificationReport } from '#libs/credential';
import type { UseChannel } from '#libs/exchange';
import { type DivisionCode, KuashiError } from '#libs/kernel';
import { UnitOfWork } from '#libs/persistence';
import type { MaterialRequirement } from '#seeds';
import { Catalogue } from '../catalogue/index.js';
import { NodeContext } from '../node-context/index.js';
import type { VerifiedPresentation } from './presentation.js';
import { assertTypeAccepted, claimsOf, levelForData, levelForDisplay } from './presentation-rules.js';
import type { PresentAnswer } from './questions.js';
import { RecordUse, type UseFacts } from './record-use.js';
import { recognitionOf } from './use-purpose.js';
import { VerifyPresentation } from './verify-presentation.js';

/** What was asked for, to hold the answer against. */
export interface Expectation extends Partial<Pick<UseFacts, 'clerk' | 'clerkRole' | 'legalBasis' | 'mandate'>> {
  /** Certificate ID. */
  readonly certificate: string;
  /** Division of the node that owns it. */
  readonly owner: DivisionCode;
  readonly holder: string;
  /** The material it shall serve; absent: it is looked at (亮证). */
  readonly material?: MaterialRequirement;
  /** Service item key, or `display`. */
  readonly item: string;
  readonly caseReference: string;
  readonly purpose: string;
  /** Unified social credit code of the authority that uses it. */
  readonly authority: string;
  readonly channel: UseChannel;
  /** What makes it one use; the case unless given. */
  readonly occasion?: string;
  /** What the recognition rules call the purpose; `purpose` unless given. */
  readonly recognisedAs?: string;
}

/** The user's side of every use: what another node presented is verified here, live, and remembered. */
@Injectable()
export class AcceptPresentation {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly verify: VerifyPresentation,
    private readonly unitOfWork: UnitOfWork,
    private readonly recordUse: RecordUse,
    private readonly node: NodeContext,
  ) {}

  /** @throws CERTIFICATE_TYPE_NOT_ACCEPTED, CERTIFICATE_INVALID and the errors of {@link VerifyPresentation} */
  async execute(answer: PresentAnswer, expected: Expectation): Promise<VerifiedPresentation> {
    const { material, item, owner: issuing, purpose, recognisedAs } = expected;
    if (material) assertTypeAccepted(answer.type, material);
    const use = { type: answer.type, issuing, item, purpose: recognisedAs ?? purpose };
    const recognition = recognitionOf(this.catalogue, use, this.node.now());
    const needed = material ? levelForData : levelForDisplay;
    const report = await this.verify.execute(answer.credential, recognition, needed);
    const presentation = presentationOf(expected, answer, report);
    await this.remember(expected, presentation);
    return presentation;
  }

  private async remember(expected: Expectation, presentation: VerifiedPresentation): Promise<void> {
    const { identifier, type, use, claims, checkedAt, receipt } = presentation;
    const { certificate, holder, item, caseReference, purpose, authority, channel, occasion } = expected;
    const row = {
      ...{ id: use, certificate, identifier, type, holder, item, caseReference, purpose, channel, receipt },
      side: 'TAKEN' as const,
      occasion: occasion ?? caseReference,
      verifierDivision: this.node.division,
      verifierAuthority: authority,
      verifierName: this.catalogue.authority(authority).name,
      claims: Object.keys(claims).sort(),
      ...{ clerk: expected.clerk ?? null, clerkRole: expected.clerkRole ?? null },
      ...{ legalBasis: expected.legalBasis ?? null, mandate: expected.mandate ?? null },
      usedAt: checkedAt,
    };
    await this.unitOfWork.run((tx) => this.recordUse.execute(tx, row));
  }
}

/** What was verified must be what was answered. @throws CERTIFICATE_INVALID */
function presentationOf(
  { certificate, material }: Expectation,
  { use, identifier, type, credential, issuerName, receipt }: PresentAnswer,
  report: VerificationReport,
): VerifiedPresentation {
  const { issuer } = report;
  if (!issuer || report.identifier !== identifier || report.type !== type) {
    throw new KuashiError('CERTIFICATE_INVALID', { params: { reason: 'IDENTIFIER_MISMATCH' } });
  }
  const wanted = claimsOf(material);
  const claims = Object.entries(report.claims ?? {}).filter(([name]) => wanted.includes(name));
  return {
    ...{ certificate, identifier, type, credential, use, receipt: receipt ?? null, checks: report.checks },
    issuer: { authority: issuer.authority, name: issuerName, division: issuer.division },
    claims: Object.fromEntries(claims),
    validFrom: report.validFrom ?? null,
    validUntil: report.validUntil ?? null,
    checkedAt: new Date(report.checkedAt),
  };
}
