import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn } from '#libs/persistence';
import type { LocalizedName } from '#seeds';

/** GIVEN: this node owns the certificate and presented it. TAKEN: this node used it. One use has a row at each side. */
export type UseSide = 'GIVEN' | 'TAKEN';

/** One use of a certificate in one case (用证留痕). */
@Entity('certificate_use')
@Index('certificate_use_once', ['side', 'caseReference', 'certificate'], { unique: true })
@Index('certificate_use_holder_newest', ['side', 'holder', 'usedAt', 'id'])
@Index('certificate_use_certificate', ['side', 'certificate'])
export class CertificateUseRecord {
  /** Global ID, `use_<division that owns the certificate>_<ulid>`; the same at both sides. */
  @PrimaryColumn('varchar')
  id!: string;

  @PrimaryColumn('varchar')
  side!: UseSide;

  /** Certificate ID. */
  @Column('varchar')
  certificate!: string;

  /** 电子证照标识 with the version that was used. */
  @Column('varchar')
  identifier!: string;

  /** Certificate type key. */
  @Column('varchar')
  type!: string;

  /** HMAC of the holder's number. */
  @Column('varchar')
  holder!: string;

  /** Service item key. */
  @Column('varchar')
  item!: string;

  /** Application ID. */
  @Column('varchar', { name: 'case_reference' })
  caseReference!: string;

  /** `application`, or the number of a mandate. */
  @Column('varchar')
  purpose!: string;

  /** Division of the node that used it. */
  @Column('varchar', { name: 'verifier_division' })
  verifierDivision!: string;

  /** Unified social credit code of the authority that used it. */
  @Column('varchar', { name: 'verifier_authority' })
  verifierAuthority!: string;

  @JsonColumn({ name: 'verifier_name' })
  verifierName!: LocalizedName;

  /** Names of the claims that were disclosed. */
  @JsonColumn()
  claims!: readonly string[];

  @InstantColumn({ name: 'used_at' })
  usedAt!: Date;

  /** What became of the certificate after it was used, as its owner told; null: nothing. */
  @Column('varchar', { name: 'later_status', nullable: true })
  laterStatus!: string | null;
}
