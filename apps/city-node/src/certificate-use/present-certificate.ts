import { Injectable } from '@nestjs/common';
import { presentCredential } from '#libs/credential';
import type { Question } from '#libs/exchange';
import { localDateOf } from '#libs/kernel';
import { UnitOfWork } from '#libs/persistence';
import { Catalogue } from '../catalogue/index.js';
import { type CertificateRecord, FindCertificates } from '../certificate/index.js';
import { NodeContext } from '../node-context/index.js';

import { assertUsable, claimsToDisclose } from './presentation-rules.js';
import { assertOwnCase, type PresentAnswer, type PresentQuestion, readPresentQuestion, refused } from './questions.js';
import { type NewUse, RecordUse } from './record-use.js';

/** Answers `certificate.present`: the owner of a certificate presents it for one material of one case (依职能用证). */
@Injectable()
export class PresentCertificate {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly certificates: FindCertificates,
    private readonly unitOfWork: UnitOfWork,
    private readonly recordUse: RecordUse,
    private readonly node: NodeContext,
  ) {}

  /** @throws QUESTION_REFUSED, CERTIFICATE_UNKNOWN, and the errors of `assertUsable` */
  async answer(question: Question): Promise<PresentAnswer> {
    assertOwnCase(question);
    const asked = readPresentQuestion(question);
    const record = await this.certificates.byId(asked.certificate, 'certificate');
    const claims = this.check(record, asked, question);
    const credential = await presentCredential(record.credential, { claims }, this.node);
    const use = this.useOf(record, asked, question);
    const kept = await this.unitOfWork.run((tx) => this.recordUse.execute(tx, { ...use, claims }));
    const { identifier, type, authority } = record;
    return { use: kept.id, identifier, type, credential, issuerName: this.catalogue.authority(authority).name };
  }

  /** @returns the names of the claims that may be disclosed */
  private check(record: CertificateRecord, asked: PresentQuestion, { sender, purpose }: Question): string[] {
    const { item, basis } = purpose;
    if (!this.catalogue.hasItem(item)) throw refused(`unknown item ${item}`);
    const material = this.catalogue.material(item, asked.material);
    const at = this.node.now();
    const issuing = this.node.division;
    assertUsable(record, {
      ...{ holder: asked.holder, material, today: localDateOf(at), issuing, accepting: sender },
      recognition: this.catalogue.recognition(
        { type: record.type, issuing, accepting: sender, item, purpose: basis },
        at,
      ),
    });
    return claimsToDisclose(record, material);
  }

  private useOf(
    record: CertificateRecord,
    asked: PresentQuestion,
    { sender, purpose }: Question,
  ): Omit<NewUse, 'claims'> {
    return {
      id: this.node.newId('certificateUse'),
      side: 'GIVEN',
      ...{ certificate: record.id, identifier: record.identifier, type: record.type, holder: record.holder },
      ...{ item: purpose.item, caseReference: purpose.caseReference, purpose: purpose.basis },
      verifierDivision: sender,
      verifierAuthority: asked.verifier.authority,
      verifierName: asked.verifier.name,
      usedAt: this.node.now(),
    };
  }
}
