import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Question } from '#libs/exchange';
import { Database } from '#libs/persistence';
import type { MaterialRequirement } from '#seeds';
import { Catalogue } from '../catalogue/index.js';
import { type CertificateRecord, FindCertificates } from '../certificate/index.js';
import {
  assertOfApplicant,
  assertOwnCase,
  forDisplay,
  GiveUse,
  materialShown,
  refused,
} from '../certificate-use/index.js';
import { NodeContext } from '../node-context/index.js';
import { assertRedeemable, codeUnknown, codeUsed } from './code-rules.js';
import { hashOfCode } from './code-text.js';
import { readRedemption, type RedemptionAnswer, type RedemptionQuestion } from './redemption.js';
import { UseCodeRecord } from './use-code.entity.js';

/**
 * Answers `certificate.use-code` at the node that made the code: everything that can be checked is checked first; then
 * the code is consumed in the unit of work that records the use, so that of any number of scans one wins.
 */
@Injectable()
export class HonourUseCode {
  constructor(
    private readonly database: Database,
    private readonly certificates: FindCertificates,
    private readonly catalogue: Catalogue,
    private readonly give: GiveUse,
    private readonly node: NodeContext,
  ) {}

  /** @throws USE_CODE_UNKNOWN, USE_CODE_USED, USE_CODE_EXPIRED, USE_CODE_OUT_OF_SCOPE, QUESTION_REFUSED and the errors of a use */
  async answer(question: Question): Promise<RedemptionAnswer> {
    assertOwnCase(question);
    const asked = readRedemption(question);
    const code = await this.database.reads.findOneBy(UseCodeRecord, { textHash: hashOfCode(asked.code) });
    if (!code) throw codeUnknown();
    assertRedeemable(code, { item: question.purpose.item, now: this.node.now() });
    const record = await this.certificates.byId(code.certificate);
    const material = this.materialOf(question, record, asked);
    assertOfApplicant(material, code.holder, asked.applicant);
    const { verifier, clerk, clerkRole } = asked;
    const gift = { record, question, holder: code.holder, material, verifier, clerk, clerkRole };
    const channel = { channel: 'USE_CODE', occasion: code.id } as const;
    const answer = await this.give.execute({ ...gift, ...channel }, (tx, use) => this.consume(tx, code.id, use));
    return { ...answer, certificate: record.id, holder: code.holder, code: code.id, material: material?.key ?? null };
  }

  private materialOf(
    { purpose: { item, basis } }: Question,
    { type }: CertificateRecord,
    { material }: RedemptionQuestion,
  ): MaterialRequirement | undefined {
    if ((item === forDisplay) !== (basis === forDisplay)) throw refused('basis');
    return item === forDisplay ? undefined : materialShown(this.catalogue.item(item), type, material);
  }

  /** @throws USE_CODE_USED for every unit of work but the first */
  private async consume(tx: EntityManager, id: string, use: string): Promise<void> {
    const { affected } = await tx.update(UseCodeRecord, { id, usedAt: IsNull() }, { usedAt: this.node.now(), use });
    if (affected !== 1) throw codeUsed();
  }
}
