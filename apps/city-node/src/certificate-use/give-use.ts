import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { presentCredential } from '#libs/credential';
import type { Question, UseChannel } from '#libs/exchange';
import { localDateOf } from '#libs/kernel';
import { UnitOfWork } from '#libs/persistence';
import type { LocalizedName, MaterialRequirement } from '#seeds';
import { Catalogue } from '../catalogue/index.js';
import { type CertificateRecord, FindCertificates } from '../certificate/index.js';
import { NodeContext } from '../node-context/index.js';
import { assertUsable, claimsToDisclose } from './presentation-rules.js';
import { type PresentAnswer, refused } from './questions.js';
import { type NewUse, RecordUse, type UseFacts } from './record-use.js';
import { forApplication, forDisplay, recognitionOf } from './use-purpose.js';

/** A use that another node, or this one, asks for. */
export interface AskedGift extends Partial<Pick<UseFacts, 'clerk' | 'clerkRole' | 'legalBasis' | 'mandate'>> {
  readonly record: CertificateRecord;
  readonly question: Question;
  /** Whose the certificate must be. */
  readonly holder: string;
  /** The material it shall serve; absent: it is looked at (亮证). */
  readonly material?: MaterialRequirement;
  readonly verifier: { readonly authority: string; readonly name: LocalizedName };
  readonly channel: UseChannel;
  /** Other owners who agree, by mandates. */
  readonly agreed?: readonly string[];
  /** What makes it one use however often it is asked for; the case unless given. */
  readonly occasion?: string;
  /** What the recognition rules call the purpose; the question's basis unless given. */
  readonly recognisedAs?: string;
}

/** What else is written in the same unit of work: a code is consumed. */
export type AlsoWrite = (tx: EntityManager, use: string) => Promise<void>;

/**
 * Gives a certificate to be used, whatever the way it came to it: the owner's acceptance test, the presentation with no
 * more than the claims that the use needs, the record of the use with its receipt.
 */
@Injectable()
export class GiveUse {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly unitOfWork: UnitOfWork,
    private readonly recordUse: RecordUse,
    private readonly certificates: FindCertificates,
    private readonly node: NodeContext,
  ) {}

  /** @throws the errors of `assertUsable`, and whatever `also` throws: then nothing is recorded */
  async execute(gift: AskedGift, also?: AlsoWrite): Promise<PresentAnswer> {
    const { record, material } = gift;
    await this.check(gift);
    const claims = claimsToDisclose(record, material);
    const credential = await presentCredential(record.credential, { claims }, this.node);
    const use = { ...this.useOf(gift), claims };
    const kept = await this.unitOfWork.run(async (tx) => {
      await also?.(tx, use.id);
      return this.recordUse.execute(tx, use);
    });
    const { identifier, type, authority } = record;
    const issuerName = this.catalogue.authority(authority).name;
    return { use: kept.id, identifier, type, credential, issuerName, receipt: kept.receipt };
  }

  private async check(gift: AskedGift): Promise<void> {
    const { record, question, holder, material, recognisedAs, channel } = gift;
    const { sender: accepting, purpose } = question;
    assertBasis(gift);
    const at = this.node.now();
    const issuing = this.node.division;
    const use = {
      ...{ type: record.type, issuing, accepting },
      ...{ item: purpose.item, purpose: recognisedAs ?? purpose.basis },
    };
    const recognition = recognitionOf(this.catalogue, use, at);
    const owners = await this.certificates.ownersOf(record);
    // A legal basis stands in place of everybody's agreement.
    const agreed = channel === 'FUNCTION' ? owners : gift.agreed;
    const today = localDateOf(at);
    assertUsable(record, { holder, owners, agreed, material, today, recognition, issuing, accepting });
  }

  private useOf(gift: AskedGift): Omit<NewUse, 'claims'> {
    const { record, question, material, verifier, channel, occasion } = gift;
    const { sender, purpose } = question;
    return {
      id: this.node.newId('certificateUse'),
      side: 'GIVEN',
      ...{ certificate: record.id, identifier: record.identifier, type: record.type, holder: record.holder },
      ...{ item: purpose.item, caseReference: purpose.caseReference, purpose: purpose.basis },
      ...{ verifierDivision: sender, verifierAuthority: verifier.authority, verifierName: verifier.name },
      ...{ channel, occasion: occasion ?? purpose.caseReference, question: question.digest },
      ...{ clerk: gift.clerk ?? null, clerkRole: gift.clerkRole ?? null },
      ...{ legalBasis: gift.legalBasis ?? null, mandate: gift.mandate ?? null },
      result: material ? 'PRESENTED' : 'SHOWN',
      usedAt: this.node.now(),
    };
  }
}

/** The holder reads what it was for: a look, an application, or the mandate that was checked. @throws QUESTION_REFUSED */
function assertBasis({ material, mandate, question }: AskedGift): void {
  const basis = material ? (mandate ?? forApplication) : forDisplay;
  if (question.purpose.basis !== basis) throw refused('basis');
}
