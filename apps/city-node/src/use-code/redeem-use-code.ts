import { Injectable } from '@nestjs/common';
import { Exchange, type Purpose } from '#libs/exchange';
import { createUlid, type DivisionCode } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { Catalogue } from '../catalogue/index.js';
import { AcceptPresentation, forApplication, forDisplay, type VerifiedPresentation } from '../certificate-use/index.js';
import { NodeContext } from '../node-context/index.js';
import { CaseOfUse } from './case-of-use.js';
import { codeUnknown } from './code-rules.js';
import { ownerOfCode } from './code-text.js';
import { assertMayRedeem } from './policies.js';
import { readRedemptionAnswer, type RedemptionAnswer, type RedemptionQuestion, useCodeQuestion } from './redemption.js';

/** What a clerk has scanned, and for what. */
export interface Redemption {
  readonly code: string;
  /** Division the clerk works for: the city or a county of it. */
  readonly division: string;
  /** Service item key; absent: the certificate is looked at. */
  readonly item?: string;
  /** Key of the item's material; absent: the first that takes the certificate. */
  readonly material?: string;
  /** Application ID of this node's. */
  readonly application?: string;
}

/** A certificate that was shown by a code, verified and recorded. */
export interface Redeemed extends VerifiedPresentation {
  readonly item: string;
  readonly caseReference: string;
}

/**
 * Redeems the code that a holder shows (扫码用证): asks the node that made it, by a question bound to item and case, and
 * verifies what it presents. A scan that belongs to no case gets a number of its own. The code is its own idempotency
 * key: it is good once.
 */
@Injectable()
export class RedeemUseCode {
  constructor(
    private readonly exchange: Exchange,
    private readonly catalogue: Catalogue,
    private readonly cases: CaseOfUse,
    private readonly accept: AcceptPresentation,
    private readonly node: NodeContext,
  ) {}

  /** @throws FORBIDDEN, USE_CODE_UNKNOWN and the errors of case, code and presentation */
  async execute(caller: Caller, input: Redemption): Promise<Redeemed> {
    const clerkRole = assertMayRedeem(caller, input.division, this.node.division);
    const owner = ownerOfCode(input.code);
    if (!owner) throw codeUnknown();
    const { authority, applicant } = await this.cases.find(caller, input);
    const purpose = this.purposeOf(input);
    const asked = { code: input.code, material: input.material, applicant, clerk: caller.subject, clerkRole };
    const answer = await this.ask(owner, purpose, { ...asked, verifier: this.verifier(authority) });
    const material = answer.material === null ? undefined : this.catalogue.material(purpose.item, answer.material);
    const { certificate, holder, code: occasion } = answer;
    const presented = await this.accept.execute(answer, {
      ...{ certificate, holder, owner, material, authority, occasion, clerk: caller.subject, clerkRole },
      ...{ item: purpose.item, caseReference: purpose.caseReference, purpose: purpose.basis, channel: 'USE_CODE' },
    });
    return { ...presented, item: purpose.item, caseReference: purpose.caseReference };
  }

  private async ask(owner: DivisionCode, purpose: Purpose, payload: RedemptionQuestion): Promise<RedemptionAnswer> {
    return readRedemptionAnswer(await this.exchange.ask(owner, useCodeQuestion, { purpose, payload }), owner);
  }

  private purposeOf({ item, application }: Redemption): Purpose {
    const caseReference = application ?? `scan_${this.node.division}_${createUlid(this.node)}`;
    return item === undefined
      ? { item: forDisplay, caseReference, basis: forDisplay }
      : { item, caseReference, basis: forApplication };
  }

  private verifier(authority: string): RedemptionQuestion['verifier'] {
    return { authority, name: this.catalogue.authority(authority).name };
  }
}
