import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/exchange';
import { type Holder, ownerOfId } from '#libs/kernel';
import type { MaterialRequirement } from '#seeds';
import { Catalogue } from '../../catalogue/index.js';
import { FindCertificates } from '../../certificate/index.js';
import { assertOwnCase, GiveUse, refused } from '../../certificate-use/index.js';
import { readWitnessQuestion, type WitnessAnswer } from './witness-question.js';

/**
 * Answers `certificate.witness` at the node that owns the certificate: the register's acceptance test (whose it is, its
 * status now, its dates, recognition for the use), and the use goes into the holder's record with a receipt.
 */
@Injectable()
export class WitnessUse {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly certificates: FindCertificates,
    private readonly give: GiveUse,
  ) {}

  /** @throws QUESTION_REFUSED, CERTIFICATE_UNKNOWN's silence (QUESTION_REFUSED), and the errors of `assertUsable` */
  async answer(question: Question): Promise<WitnessAnswer> {
    assertOwnCase(question);
    const asked = readWitnessQuestion(question);
    if (ownerOfId(asked.occasion) !== question.sender) throw refused('request of another node');
    const record = await this.certificates.byIdentifier(asked.identifier);
    if (!record) throw refused('unknown certificate');
    const { verifier, occasion, clerk, clerkRole } = asked;
    const material = this.material(question, asked);
    const holder = asked.holder ?? record.holder;
    const gift = { record, question, holder, material, verifier, occasion, clerk, clerkRole };
    const { use, receipt = null } = await this.give.execute({ ...gift, channel: 'WALLET' });
    return { certificate: record.id, holder: record.holder as Holder, use, receipt };
  }

  /** The material with the claims that were disclosed: the record tells no more than happened. */
  private material(
    { purpose: { item } }: Question,
    asked: { readonly material: string; readonly claims: readonly string[] },
  ): MaterialRequirement {
    if (!this.catalogue.hasItem(item)) throw refused(`unknown item ${item}`);
    const material = this.catalogue.material(item, asked.material);
    const useless = asked.claims.find((claim) => !material.claims.includes(claim));
    if (useless !== undefined) throw refused(`${asked.material} has no use for ${useless}`);
    return { ...material, claims: asked.claims };
  }
}
