import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { insertIfAbsent } from '#libs/persistence';
import { NodeContext } from '../node-context/index.js';
import { CertificateUseRecord } from './certificate-use.entity.js';
import { refused } from './questions.js';

/** A use that is to be remembered at one side. */
export type NewUse = Omit<CertificateUseRecord, 'laterStatus'>;

/**
 * Remembers a use (用证留痕) inside a unit of work, once per case and certificate: a repeated presentation finds the
 * use of the first one; claims disclosed on top of it are added.
 */
@Injectable()
export class RecordUse {
  constructor(
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /**
   * @returns the use that stands for this case and certificate
   * @throws QUESTION_REFUSED when the case used it for another item, purpose or authority before: the holder would not be
   * told of this use
   */
  async execute(tx: EntityManager, use: NewUse): Promise<CertificateUseRecord> {
    await insertIfAbsent(tx, CertificateUseRecord, { ...use, laterStatus: null });
    const { side, caseReference, certificate } = use;
    const kept = await tx.findOneByOrFail(CertificateUseRecord, { side, caseReference, certificate });
    if (!isSameUse(kept, use)) throw refused('the case has used the certificate otherwise');
    const claims = [...new Set([...kept.claims, ...use.claims])].sort();
    const isNew = kept.id === use.id;
    if (!isNew && claims.length === kept.claims.length) return kept;
    await tx.update(CertificateUseRecord, { id: kept.id, side }, { claims });
    await this.audit.append(tx, {
      actor: this.node.actor,
      action: side === 'GIVEN' ? 'certificate.presented' : 'certificate.used',
      subject: certificate,
      details: { use: kept.id, caseReference, item: use.item, verifier: use.verifierAuthority, claims },
    });
    return { ...kept, claims };
  }
}

function isSameUse(kept: CertificateUseRecord, { item, purpose, verifierAuthority }: NewUse): boolean {
  return kept.item === item && kept.purpose === purpose && kept.verifierAuthority === verifierAuthority;
}
