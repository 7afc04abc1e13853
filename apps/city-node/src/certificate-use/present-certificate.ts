import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/exchange';
import { Catalogue } from '../catalogue/index.js';
import { FindCertificates } from '../certificate/index.js';
import { GiveUse } from './give-use.js';
import { assertOwnCase, type PresentAnswer, readPresentQuestion, refused } from './questions.js';

/** Answers `certificate.present`: the owner of a certificate presents it for one material of a case of its holder (持证人用证). */
@Injectable()
export class PresentCertificate {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly certificates: FindCertificates,
    private readonly give: GiveUse,
  ) {}

  /** @throws QUESTION_REFUSED, CERTIFICATE_UNKNOWN, and the errors of `assertUsable` */
  async answer(question: Question): Promise<PresentAnswer> {
    assertOwnCase(question);
    const asked = readPresentQuestion(question);
    const record = await this.certificates.byId(asked.certificate, 'certificate');
    const { item } = question.purpose;
    if (!this.catalogue.hasItem(item)) throw refused(`unknown item ${item}`);
    const material = this.catalogue.material(item, asked.material);
    const { holder, verifier } = asked;
    return this.give.execute({ record, question, holder, material, verifier, channel: 'CASE' });
  }
}
