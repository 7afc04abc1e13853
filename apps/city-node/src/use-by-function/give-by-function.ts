import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/exchange';
import { Catalogue } from '../catalogue/index.js';
import { FindCertificates } from '../certificate/index.js';
import { assertOfApplicant, assertOwnCase, GiveUse, materialShown, refused } from '../certificate-use/index.js';
import { type FunctionAnswer, readFunctionQuestion } from './function-question.js';

/** Answers `certificate.use-by-function`: the holder does nothing, and reads afterwards who used it and on what basis. */
@Injectable()
export class GiveByFunction {
  constructor(
    private readonly certificates: FindCertificates,
    private readonly catalogue: Catalogue,
    private readonly give: GiveUse,
  ) {}

  /** @throws QUESTION_REFUSED without a legal basis, CERTIFICATE_UNKNOWN and the errors of a use */
  async answer(question: Question): Promise<FunctionAnswer> {
    assertOwnCase(question);
    const asked = readFunctionQuestion(question);
    const { item } = question.purpose;
    if (!this.catalogue.hasItem(item)) throw refused(`unknown item ${item}`);
    const record = await this.certificates.byId(asked.certificate, 'input.certificate');
    const material = materialShown(this.catalogue.item(item), record.type, asked.material);
    assertOfApplicant(material, asked.holder, asked.applicant);
    const { holder, verifier, clerk, clerkRole, legalBasis, occasion } = asked;
    const by = { verifier, clerk, clerkRole, legalBasis, occasion, channel: 'FUNCTION' } as const;
    const answer = await this.give.execute({ record, question, holder, material, ...by });
    return { ...answer, material: material.key };
  }
}
