import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/exchange';
import { type Holder, KuashiError } from '#libs/kernel';
import { Catalogue } from '../catalogue/index.js';
import { FindCertificates } from '../certificate/index.js';
import { CheckMandate } from '../mandate/index.js';
import { GiveUse } from './give-use.js';
import { assertOwnCase, type PresentAnswer, readPresentQuestion, refused } from './questions.js';
import { forApplication } from './use-purpose.js';

/** Answers `certificate.present`: the owner of a certificate presents it for one material of a case of its holder (持证人用证). */
@Injectable()
export class PresentCertificate {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly certificates: FindCertificates,
    private readonly give: GiveUse,
    private readonly checkMandate: CheckMandate,
  ) {}

  /** @throws QUESTION_REFUSED, CERTIFICATE_UNKNOWN, and the errors of `assertUsable` */
  async answer(question: Question): Promise<PresentAnswer> {
    assertOwnCase(question);
    const asked = readPresentQuestion(question);
    const record = await this.certificates.byId(asked.certificate, 'certificate');
    const { item } = question.purpose;
    if (!this.catalogue.hasItem(item)) throw refused(`unknown item ${item}`);
    const material = this.catalogue.material(item, asked.material);
    const { holder, verifier, agent } = asked;
    const gift = { record, question, holder, material, verifier };
    if (!agent) return this.give.execute({ ...gift, channel: 'CASE' });
    const mandate = await this.mandateOf(question, holder, agent);
    return this.give.execute({ ...gift, mandate, channel: 'MANDATE', recognisedAs: forApplication });
  }

  /** The owner asks for itself whether the mandate stands, and whose it is. @throws CERTIFICATE_NOT_YOURS, the errors of {@link CheckMandate} */
  private async mandateOf({ sender, purpose }: Question, holder: Holder, agent: Holder): Promise<string> {
    const { item, caseReference, basis: mandate } = purpose;
    const act = { mandate, agent, item, caseReference, city: sender, commitment: false };
    const { principal } = await this.checkMandate.execute(act, 'mandate');
    if (principal !== holder) throw new KuashiError('CERTIFICATE_NOT_YOURS');
    return mandate;
  }
}
