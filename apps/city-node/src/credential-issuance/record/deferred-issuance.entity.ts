import type { JWK } from 'jose';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn } from '#libs/persistence';

/** A request that waits for a certificate which is decided but not written yet (OpenID4VCI 1.0 §9). */
@Entity('deferred_issuance')
@Index('deferred_issuance_expiry', ['expiresAt'])
export class DeferredIssuance {
  /** SHA-256 of the `transaction_id`, base64url. */
  @PrimaryColumn('varchar')
  digest!: string;

  /** Certificate type key. */
  @Column('varchar')
  configuration!: string;

  /** The granted application (办件) whose certificate is awaited. */
  @Column('varchar')
  application!: string;

  /** HMAC of the holder's number. */
  @Column('varchar')
  holder!: string;

  /** Public keys of the proofs, already checked. */
  @JsonColumn()
  keys!: readonly JWK[];

  @InstantColumn({ name: 'requested_at' })
  requestedAt!: Date;

  /** From then on the transaction is unknown. */
  @InstantColumn({ name: 'expires_at' })
  expiresAt!: Date;

  /** When the credential was handed out; null: not yet. */
  @InstantColumn({ name: 'obtained_at', nullable: true })
  obtainedAt!: Date | null;
}
