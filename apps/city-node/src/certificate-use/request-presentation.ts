import { Injectable } from '@nestjs/common';
import type { VerificationReport } from '#libs/credential';
import { Exchange } from '#libs/exchange';
import { type DivisionCode, KuashiError, parseId } from '#libs/kernel';
import { Catalogue } from '../catalogue/index.js';
import { NodeContext } from '../node-context/index.js';
import type { PresentationRequest, VerifiedPresentation } from './presentation.js';
import { assertTypeAccepted } from './presentation-rules.js';
import { type PresentAnswer, questionTypes } from './questions.js';
import { TakeUse } from './take-use.js';
import { VerifyPresentation } from './verify-presentation.js';

/** What a certificate is used for when a case asks for it. */
const basis = 'application';

/**
 * Requests, verifies and records the presentation of a certificate (依职能用证). Talks to another node: call it outside
 * a unit of work. Idempotent per (case, certificate): a repeated call leaves one use at each side.
 */
@Injectable()
export class RequestPresentation {
  constructor(
    private readonly exchange: Exchange,
    private readonly catalogue: Catalogue,
    private readonly verify: VerifyPresentation,
    private readonly takeUse: TakeUse,
    private readonly node: NodeContext,
  ) {}

  /**
   * @throws ID_MALFORMED, ID_OF_OTHER_TYPE, CERTIFICATE_UNKNOWN, CERTIFICATE_NOT_YOURS, CERTIFICATE_REVOKED,
   * CERTIFICATE_SUSPENDED, CERTIFICATE_EXPIRED, CERTIFICATE_SUPERSEDED, CERTIFICATE_TYPE_NOT_ACCEPTED,
   * CERTIFICATE_NOT_RECOGNISED, CERTIFICATE_UNDETERMINED, CERTIFICATE_INVALID, NODE_UNREACHABLE, NODE_TIMEOUT;
   * the caller adds the field.
   */
  async execute(request: PresentationRequest): Promise<VerifiedPresentation> {
    const { division } = parseId(request.certificate, 'certificate');
    const answer = await this.ask(division, request);
    assertTypeAccepted(answer.type, request.material);
    const question = { type: answer.type, issuing: division, item: request.item, purpose: basis };
    const recognition = this.catalogue.recognition(question, this.node.now());
    const report = await this.verify.execute(answer.credential, recognition);
    const presentation = presentationOf(request, answer, report);
    await this.takeUse.execute(request, presentation, basis);
    return presentation;
  }

  private async ask(owner: DivisionCode, request: PresentationRequest): Promise<PresentAnswer> {
    const { certificate, holder, material, item, caseReference, authority } = request;
    const verifier = { authority, name: this.catalogue.authority(authority).name };
    const answer = await this.exchange.ask(owner, questionTypes.present, {
      purpose: { item, caseReference, basis },
      payload: { certificate, holder, material: material.key, verifier },
    });
    return readAnswer(answer, owner);
  }
}

function readAnswer(answer: Record<string, unknown>, city: string): PresentAnswer {
  const { use, identifier, type, credential, issuerName } = answer;
  const texts = [use, identifier, type, credential].every((value) => typeof value === 'string');
  if (!texts || typeof issuerName !== 'object')
    throw new KuashiError('NODE_ANSWER_INVALID', { params: { city, reason: questionTypes.present } });
  return answer as unknown as PresentAnswer;
}

/** What was verified must be what was answered. @throws CERTIFICATE_INVALID */
function presentationOf(
  { certificate, material }: PresentationRequest,
  { use, identifier, type, credential, issuerName }: PresentAnswer,
  report: VerificationReport,
): VerifiedPresentation {
  const { issuer } = report;
  if (!issuer || report.identifier !== identifier || report.type !== type) {
    throw new KuashiError('CERTIFICATE_INVALID', { params: { reason: 'IDENTIFIER_MISMATCH' } });
  }
  const claims = Object.entries(report.claims ?? {}).filter(([name]) => material.claims.includes(name));
  return {
    ...{ certificate, identifier, type, credential, use, checks: report.checks },
    issuer: { authority: issuer.authority, name: issuerName, division: issuer.division },
    claims: Object.fromEntries(claims),
    checkedAt: new Date(report.checkedAt),
  };
}
