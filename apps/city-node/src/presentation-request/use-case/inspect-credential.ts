import { Injectable } from '@nestjs/common';
import { type Check, checkRecognition, type VerificationReport, withCheck } from '#libs/credential';
import type { DivisionCode } from '#libs/kernel';
import { Catalogue } from '../../catalogue/index.js';
import { forApplication, levelForData, VerifyPresentation } from '../../certificate-use/index.js';
import { NodeContext } from '../../node-context/index.js';
import type { PresentationRequestRecord } from '../record/presentation-request.entity.js';
import type { AskedCredential } from '../rules/asked-credential.js';
import { checkQuery } from '../rules/check-query.js';
import { limits } from '../rules/limits.js';
import type { MatchedPresentation } from '../rules/match-answer.js';

/** Verifies one presentation out of a wallet: by itself, for this request, against the query, for this use. */
@Injectable()
export class InspectCredential {
  constructor(
    private readonly verify: VerifyPresentation,
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
  ) {}

  /** @throws CERTIFICATE_UNDETERMINED when there is no trust list */
  async execute(
    { clientId: audience, nonce, item }: PresentationRequestRecord,
    { asked, presentation }: MatchedPresentation,
  ): Promise<VerificationReport> {
    const binding = { audience, nonce, maxAgeSeconds: limits.keyBindingAgeSeconds };
    const report = await this.verify.inspect(presentation, binding);
    if (!report.type || !report.issuer) return report;
    const recognised = withCheck(report, this.recognition(item, report.type, report.issuer.division));
    return onlyAsked(withCheck(recognised, checkQuery(asked, report)), asked);
  }

  private recognition(item: string, type: string, division: string): Check {
    const use = { type, issuing: division as DivisionCode, item, purpose: forApplication };
    const { level, rule } = this.catalogue.recognition(use, this.node.now());
    return checkRecognition({ granted: level, needed: levelForData, rule: rule?.basis });
  }
}

/** What was disclosed without being asked for is dropped here: nothing of it is kept, shown or counted. */
function onlyAsked(report: VerificationReport, { claims, optionalClaims }: AskedCredential): VerificationReport {
  const wanted = [...claims, ...optionalClaims];
  const kept = Object.entries(report.claims ?? {}).filter(([name]) => wanted.includes(name));
  return { ...report, claims: Object.fromEntries(kept) };
}
