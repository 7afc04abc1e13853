import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { UseChannel } from '#libs/exchange';
import { InstantColumn, JsonColumn } from '#libs/persistence';
import type { LocalizedName } from '#seeds';

/** GIVEN: this node owns the certificate and presented it. TAKEN: this node used it. One use has a row at each side. */
export type UseSide = 'GIVEN' | 'TAKEN';

/** PRESENTED: claims were disclosed. SHOWN: the certificate was looked at (亮证). VERIFIED: the user's node found it valid. */
export type UseResult = 'PRESENTED' | 'SHOWN' | 'VERIFIED';

/** One use of a certificate on one occasion (用证留痕). */
@Entity('certificate_use')
@Index('certificate_use_once', ['side', 'occasion', 'certificate'], { unique: true })
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

  /** Application ID, or the ID of the scan at a window. */
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

  /** How the certificate came to be used (用证方式). */
  @Column('varchar', { default: 'CASE' })
  channel!: UseChannel;

  /** What makes it one use however often it is asked for: the case, the use code, the act of an authority. */
  @Column('varchar', { default: '' })
  occasion!: string;

  /** Opaque subject of the member of staff who acted, and the role; null: nobody, the node itself. */
  @Column('varchar', { nullable: true })
  clerk!: string | null;

  @Column('varchar', { name: 'clerk_role', nullable: true })
  clerkRole!: string | null;

  /** Legal basis of a use by function (法律依据). */
  @Column('varchar', { name: 'legal_basis', nullable: true })
  legalBasis!: string | null;

  /** ID of the mandate an agent acted under (委托书). */
  @Column('varchar', { nullable: true })
  mandate!: string | null;

  @Column('varchar', { nullable: true })
  result!: UseResult | null;

  /** SHA-256 of the verifier's signed question, base64url: its acknowledgement. */
  @Column('varchar', { nullable: true })
  question!: string | null;

  /** The owner's signed receipt (用证回执), compact JWS; null for uses older than receipts. */
  @Column('text', { nullable: true })
  receipt!: string | null;
}
