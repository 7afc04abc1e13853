import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/persistence';
import type { DisputeOutcome, DisputeState } from './dispute-rules.js';

/**
 * A holder's objection to a use of a certificate (异议/纠错). It stands at the node that owns the certificate, and at the
 * verifier's, as that node has been told: the same row under the same id.
 */
@Entity('certificate_dispute')
@Index('certificate_dispute_use', ['use'], { unique: true })
@Index('certificate_dispute_newest', ['raisedAt', 'id'])
export class DisputeRecord {
  /** Global ID, `dsp_<division that owns the certificate>_<ulid>`. */
  @PrimaryColumn('varchar')
  id!: string;

  /** ID of the use. */
  @Column('varchar')
  use!: string;

  /** Certificate ID. */
  @Column('varchar')
  certificate!: string;

  /** Service item key, or `display`. */
  @Column('varchar')
  item!: string;

  @Column('varchar', { name: 'case_reference' })
  caseReference!: string;

  /** Divisions of the two nodes. */
  @Column('varchar')
  owner!: string;

  @Column('varchar')
  verifier!: string;

  /** Unified social credit code of the authority that used the certificate. */
  @Column('varchar', { name: 'verifier_authority' })
  verifierAuthority!: string;

  /** Unified social credit code of the authority that issued the certificate; null at the verifier's node. */
  @Column('varchar', { nullable: true })
  issuer!: string | null;

  /** HMAC of the holder's number; null at the verifier's node, which has no use for it. */
  @Column('varchar', { nullable: true })
  holder!: string | null;

  @Column('varchar')
  state!: DisputeState;

  /** What the holder objects to, in the holder's words. */
  @Column('text')
  statement!: string;

  @InstantColumn({ name: 'raised_at' })
  raisedAt!: Date;

  @Column('text', { nullable: true })
  reply!: string | null;

  @InstantColumn({ name: 'replied_at', nullable: true })
  repliedAt!: Date | null;

  @Column('varchar', { nullable: true })
  outcome!: DisputeOutcome | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @InstantColumn({ name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
