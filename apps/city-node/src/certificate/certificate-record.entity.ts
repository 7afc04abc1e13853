import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn } from '#libs/persistence';
import type { CertificateStatus } from './certificate-states.js';

/** Claims of a certificate by the names of its type. */
export type CertificateClaims = Readonly<Record<string, string | number | boolean | null>>;

/** One version of a certificate in the register (电子证照). A version is never overwritten: a change makes the next one. */
@Entity('certificate')
@Index('certificate_holder_newest', ['holder', 'issuedAt', 'id'])
@Index('certificate_number_newest', ['numberCode', 'issuedAt', 'id'])
@Index('certificate_status', ['status'])
@Index('certificate_identifier', ['identifier'], { unique: true })
export class CertificateRecord {
  /** Global ID, `cert_<division of the node>_<ulid>`. */
  @PrimaryColumn('varchar')
  id!: string;

  /** 电子证照标识 per GB/T 36904. */
  @Column('varchar')
  identifier!: string;

  /** Certificate type key. */
  @Column('varchar')
  type!: string;

  /** Unified social credit code of the issuing authority (颁发机构). */
  @Column('varchar')
  authority!: string;

  /** HMAC of the holder's number (持证主体): the only index by person. The number stands in the claims alone. */
  @Column('varchar')
  holder!: string;

  /** Serial of the identifier; the same through all versions. */
  @Column('varchar')
  serial!: string;

  /** Code of kind and number (证照编号), for finding by them: the number itself may be a person's and stands in the claims alone. */
  @Column('varchar', { name: 'number_code', nullable: true })
  numberCode!: string | null;

  @Column('integer')
  version!: number;

  /** ID of the version this one superseded. */
  @Column('varchar', { nullable: true })
  replaces!: string | null;

  @Column('varchar')
  status!: CertificateStatus;

  @Column('varchar', { name: 'status_reason', nullable: true })
  statusReason!: string | null;

  @InstantColumn({ name: 'status_changed_at', nullable: true })
  statusChangedAt!: Date | null;

  @InstantColumn({ name: 'issued_at' })
  issuedAt!: Date;

  /** First day of validity, in Asia/Shanghai. */
  @Column('varchar', { name: 'valid_from' })
  validFrom!: string;

  /** Last day of validity; null: long-term (长期). */
  @Column('varchar', { name: 'valid_until', nullable: true })
  validUntil!: string | null;

  @JsonColumn()
  claims!: CertificateClaims;

  /** The signed form with all its disclosures: SD-JWT VC, compact. */
  @Column('text')
  credential!: string;

  /** What caused it: an application ID, or `seeds`. */
  @Column('varchar', { name: 'case_reference' })
  caseReference!: string;
}
