import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/persistence';

/** A one-time code by which a holder lets a certificate be used once (用证码), at the node that owns the certificate. */
@Entity('use_code')
@Index('use_code_text', ['textHash'], { unique: true })
@Index('use_code_expiry', ['expiresAt'])
export class UseCodeRecord {
  /** Global ID, `code_<division>_<ulid>`. */
  @PrimaryColumn('varchar')
  id!: string;

  /** SHA-256 of the code, hexadecimal: whoever reads the database cannot show the code. */
  @Column('varchar', { name: 'text_hash' })
  textHash!: string;

  /** Certificate ID. */
  @Column('varchar')
  certificate!: string;

  /** HMAC of the holder's number. */
  @Column('varchar')
  holder!: string;

  /** Service item key the holder made it for; null: the certificate may be looked at, no more (亮证). */
  @Column('varchar', { nullable: true })
  item!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: Date;

  @InstantColumn({ name: 'expires_at' })
  expiresAt!: Date;

  @InstantColumn({ name: 'used_at', nullable: true })
  usedAt!: Date | null;

  /** ID of the use it was consumed by. */
  @Column('varchar', { nullable: true })
  use!: string | null;
}
