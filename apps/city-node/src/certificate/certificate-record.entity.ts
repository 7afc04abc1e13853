import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'certificate' })
export class CertificateRecord {
  /** Global ID, `cert_<division of the node>_<ulid>`. */
  @PrimaryColumn({ type: 'text' })
  id!: string;

  /** 电子证照标识 per GB/T 36904. */
  @Column({ type: 'text' })
  identifier!: string;

  /** Certificate type key. */
  @Column({ type: 'text' })
  type!: string;
}
