import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/persistence';

/** What can be used once: a `c_nonce`, the `jti` of a DPoP proof. */
export type SpentKind = 'nonce' | 'dpop';

/** Something that was used and must not be used again while it would still be accepted. */
@Entity('spent_token')
@Index('spent_token_expiry', ['expiresAt'])
export class SpentToken {
  @PrimaryColumn('varchar')
  kind!: SpentKind;

  /** SHA-256 of the value, base64url. */
  @PrimaryColumn('varchar')
  digest!: string;

  /** Random mark of the unit of work that used it: whoever finds its own mark was first. */
  @Column('varchar', { name: 'spent_by' })
  spentBy!: string;

  /** From then on it would be refused as too old anyway. */
  @InstantColumn({ name: 'expires_at' })
  expiresAt!: Date;
}
