import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/exchange';
import { type Holder, KuashiError } from '#libs/kernel';
import { Catalogue } from '../catalogue/index.js';
import { FindCertificates } from '../certificate/index.js';
import { CheckMandate } from '../mandate/index.js';
import { GiveUse } from './give-use.js';
import { assertOwnCase, type PresentAnswer, type PresentQuestion, readPresentQuestion, refused } from './questions.js';
import { forApplication, mandateOccasion } from './use-purpose.js';

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
    const agreed = await this.agreeing(question, asked);
    const gift = { record, question, holder, material, verifier, agreed };
    if (!agent) return this.give.execute({ ...gift, channel: 'CASE' });
    const mandate = await this.mandateOf(question, holder, agent);
    const occasion = mandateOccasion(question.purpose.caseReference, mandate);
    return this.give.execute({ ...gift, mandate, occasion, channel: 'MANDATE', recognisedAs: forApplication });
  }

  /** The owners of a thing who let the one who acts use its certificate: each mandate is asked for at its keeper. @throws the errors of {@link CheckMandate} */
  private agreeing({ sender: city, purpose }: Question, { agreements = [], agent, holder }: PresentQuestion) {
    const { item, caseReference } = purpose;
    const act = { agent: agent ?? holder, item, caseReference, city, commitment: false };
    return Promise.all(
      agreements.map(async (mandate) => (await this.checkMandate.execute({ ...act, mandate }, 'agreements')).principal),
    );
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
