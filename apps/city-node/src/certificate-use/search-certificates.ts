import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/exchange';
import { Catalogue } from '../catalogue/index.js';
import { type CertificateRecord, FindCertificates } from '../certificate/index.js';
import type { FoundCertificate } from './found-certificate.js';
import { assertOwnCase, readSearchQuestion, refused } from './questions.js';

/** Answers `certificate.search`: which certificates of an item's types a holder has here. No claims leave the node. */
@Injectable()
export class SearchCertificates {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly certificates: FindCertificates,
  ) {}

  /** @throws QUESTION_REFUSED when a type is asked for that the item has no use for */
  async answer(question: Question): Promise<{ certificates: readonly FoundCertificate[] }> {
    assertOwnCase(question);
    const { holder, types } = readSearchQuestion(question);
    const useful = this.typesOf(question.purpose.item);
    const useless = types.find((type) => !useful.has(type));
    if (useless !== undefined) throw refused(`${question.purpose.item} has no use for ${useless}`);
    const records = await this.certificates.ofTypes(holder, types);
    const owners = await this.certificates.ownersOfAll(records);
    const isJoint = ({ id }: CertificateRecord) => (owners.get(id)?.length ?? 1) > 1;
    return { certificates: records.map((record) => this.describe(record, isJoint(record))) };
  }

  private typesOf(item: string): ReadonlySet<string> {
    if (!this.catalogue.hasItem(item)) throw refused(`unknown item ${item}`);
    return new Set(this.catalogue.item(item).materials.flatMap(({ anyOf }) => anyOf));
  }

  private describe(record: CertificateRecord, jointlyOwned: boolean): FoundCertificate {
    const { id, type, status, validFrom, validUntil } = record;
    const { code: authority, name, division } = this.catalogue.authority(record.authority);
    return { id, type, issuer: { authority, name, division }, status, validFrom, validUntil, jointlyOwned };
  }
}
