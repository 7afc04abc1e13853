import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JWK } from 'jose';
import type { KeyPurpose } from '#libs/credential';
import { InstantColumn, JsonColumn } from '#libs/persistence';

/** A signing key of an authority (颁发机构), or of the node for its status lists and requests. Never deleted: what it signed lives on. */
@Entity('authority_key')
export class AuthorityKey {
  /** RFC 7638 thumbprint. */
  @PrimaryColumn('varchar')
  kid!: string;

  /** Unified social credit code; null for the node's own keys (status, access). */
  @Column('varchar', { nullable: true })
  authority!: string | null;

  @Column('varchar')
  purpose!: KeyPurpose;

  @JsonColumn({ name: 'public_key' })
  publicKey!: JWK;

  /** The private JWK, sealed under the node's own key (see `KeySeal`); empty once the key has signed its last. */
  @Column('text', { name: 'sealed_key' })
  sealedKey!: string;

  @InstantColumn({ name: 'valid_from' })
  validFrom!: Date;

  /** From when it signs no more; what it signed is verified on. */
  @InstantColumn({ name: 'valid_until', nullable: true })
  validUntil!: Date | null;

  /** When the registry accepted it. */
  @InstantColumn({ name: 'stated_at', nullable: true })
  statedAt!: Date | null;
}
