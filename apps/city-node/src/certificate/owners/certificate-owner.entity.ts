import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One owner of a thing that several own together (共有人). A certificate with one holder has no rows here. */
@Entity('certificate_owner')
@Index('certificate_owner_holder', ['holder'])
export class CertificateOwner {
  /** Certificate ID. */
  @PrimaryColumn('varchar')
  certificate!: string;

  /** HMAC of the owner's number. */
  @PrimaryColumn('varchar')
  holder!: string;

  /** The share, as the register words it (按份共有份额); null: joint ownership without shares (共同共有). */
  @Column('varchar', { nullable: true })
  share!: string | null;
}
