import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { insertIfAbsent, lockForUpdate, updateRow } from '#libs/persistence';
import { NodeContext } from '../node-context/index.js';
import { CertificateUseRecord } from './certificate-use.entity.js';
import { refused } from './questions.js';
import { UseReceipts } from './use-receipts.js';

/** How a use came about; what is not said is that of a filing by the holder. */
export type UseFacts = Pick<
  CertificateUseRecord,
  'channel' | 'occasion' | 'clerk' | 'clerkRole' | 'legalBasis' | 'mandate' | 'result' | 'question' | 'receipt'
>;

/** A use that is to be remembered at one side. */
export type NewUse = Omit<CertificateUseRecord, 'laterStatus' | keyof UseFacts> & Partial<UseFacts>;

/**
 * Remembers a use (用证留痕) inside a unit of work, once per occasion and certificate: a repeated presentation finds the
 * use of the first one; claims disclosed on top of it are added. The owner signs a receipt of what stands there then.
 */
@Injectable()
export class RecordUse {
  constructor(
    private readonly audit: AuditLog,
    private readonly receipts: UseReceipts,
    private readonly node: NodeContext,
  ) {}

  /**
   * @returns the use that stands for this occasion and certificate
   * @throws QUESTION_REFUSED when the occasion used it otherwise before, for another item, case, authority or on another
   * basis: the holder would not be told of this use
   */
  async execute(tx: EntityManager, asked: NewUse): Promise<CertificateUseRecord> {
    const use = wholeUse(asked);
    await insertIfAbsent(tx, CertificateUseRecord, { ...use });
    const { side, occasion, certificate } = use;
    // Locked, so that of two presentations at once none writes over the claims of the other.
    const kept = await lockForUpdate(tx, CertificateUseRecord, { side, occasion, certificate });
    if (!kept || !isSameUse(kept, use)) throw refused('the case has used the certificate otherwise');
    const claims = [...new Set([...kept.claims, ...use.claims])].sort();
    const isNew = kept.id === use.id;
    if (!isNew && claims.length === kept.claims.length) return kept;
    return this.settle(tx, { ...kept, claims, receipt: use.receipt ?? kept.receipt });
  }

  private async settle(tx: EntityManager, use: CertificateUseRecord): Promise<CertificateUseRecord> {
    const { id, side, certificate, caseReference, item, channel, claims } = use;
    const signed = side === 'GIVEN' ? await this.receipts.sign(use) : undefined;
    const receipt = signed?.receipt ?? use.receipt;
    await updateRow(tx, CertificateUseRecord, { id, side }, { claims, receipt });
    await this.audit.append(tx, {
      actor: (side === 'TAKEN' ? use.clerk : null) ?? this.node.actor,
      action: side === 'GIVEN' ? 'certificate.presented' : 'certificate.used',
      subject: certificate,
      details: {
        ...{ use: id, caseReference, item, channel, verifier: use.verifierAuthority, claims },
        ...(signed && { receipt: signed.digest }),
      },
    });
    return { ...use, receipt };
  }
}

function wholeUse(use: NewUse): CertificateUseRecord {
  const nothing = { clerk: null, clerkRole: null, legalBasis: null, mandate: null, question: null, receipt: null };
  const byFiling = { channel: 'CASE', occasion: use.caseReference, laterStatus: null } as const;
  return { ...nothing, ...byFiling, result: use.side === 'GIVEN' ? 'PRESENTED' : 'VERIFIED', ...use };
}

/** What stands in the holder's record and cannot be added to. */
const facts = [
  ...(['item', 'caseReference', 'purpose', 'channel'] as const),
  ...(['verifierAuthority', 'clerk', 'legalBasis', 'mandate'] as const),
] satisfies (keyof CertificateUseRecord)[];

const isSameUse = (kept: CertificateUseRecord, use: CertificateUseRecord): boolean =>
  facts.every((fact) => kept[fact] === use[fact]);
