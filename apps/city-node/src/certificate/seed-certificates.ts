import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import {
  type Clock,
  createCertificateIdentifier,
  createId,
  type LocalDate,
  type Random,
  startOfLocalDay,
} from '#libs/kernel';
import { Database } from '#libs/persistence';
import type { SeedCertificate } from '#seeds';
import { Catalogue } from '../catalogue/index.js';
import { NodeContext } from '../node-context/index.js';
import { CertificateRecord } from './certificate-record.entity.js';
import { enterOwners, type Ownership } from './owners/index.js';
import { EnterCertificates, type UnsignedCertificate } from './issue/enter-certificates.js';

/** `caseReference` of the certificates that the seeds brought. */
const origin = 'seeds';

/** Issues at the first start what the synthetic people and enterprises hold (sandbox only). */
@Injectable()
export class SeedCertificates {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly enter: EnterCertificates,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /**
   * All in one unit of work: a start that is cut off leaves nothing behind, the next one begins anew.
   * @param read gives what this node issues; called only when there is something to do: making the population takes time
   */
  async execute(read: () => readonly SeedCertificate[]): Promise<number> {
    if (await this.database.reads.existsBy(CertificateRecord, { caseReference: origin })) return 0;
    const seeds = read();
    await this.database.unitOfWork.run((tx) => this.issueAll(tx, seeds));
    return seeds.length;
  }

  private async issueAll(tx: EntityManager, seeds: readonly SeedCertificate[]): Promise<void> {
    const entered = await this.enter.execute(
      tx,
      seeds.map((seed) => this.draft(seed)),
    );
    for (const [place, { id }] of entered.entries()) await enterOwners(tx, id, this.ownersOf(seeds[place]));
    const details = { certificates: seeds.length };
    await this.audit.append(tx, { actor: this.node.actor, action: 'certificates.seeded', subject: origin, details });
  }

  private ownersOf(seed: SeedCertificate | undefined): Ownership[] | undefined {
    return seed?.assetOwners?.map((number) => ({ holder: this.node.holderOf(seed.holderIdType, number) }));
  }

  private draft(seed: SeedCertificate): UnsignedCertificate {
    const { type, authority, serial, issuedOn, validFrom, validUntil = null } = seed;
    const typeCode = this.catalogue.certificateType(type).code;
    const identifier = createCertificateIdentifier({ typeCode, issuer: authority, serial, version: 1 }).value;
    const issuedAt = startOfLocalDay(issuedOn as LocalDate);
    return {
      ...{ type, authority, serial, validFrom, validUntil },
      id: createId('certificate', this.node.division, repeatable(identifier, issuedAt)),
      identifier,
      holder: this.node.holderOf(seed.holderIdType, seed.holderIdNumber),
      numberCode: this.node.numberCodeOf(type, seed.claims['certificate_number']),
      version: 1,
      replaces: null,
      status: 'VALID' as const,
      statusReason: null,
      statusChangedAt: null,
      issuedAt,
      claims: withoutNulls(seed.claims),
      caseReference: origin,
    };
  }
}

/** The same seed number gives the same IDs: their time is the day of issue, their randomness is drawn from the identifier. */
function repeatable(identifier: string, issuedAt: Date): { clock: Clock; random: Random } {
  const digest = createHash('sha256').update(identifier).digest();
  const epoch = new Date(0);
  return {
    clock: { now: () => (issuedAt < epoch ? epoch : issuedAt) },
    random: { bytes: (count) => digest.subarray(0, count) },
  };
}

const withoutNulls = (claims: SeedCertificate['claims']): SeedCertificate['claims'] =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
