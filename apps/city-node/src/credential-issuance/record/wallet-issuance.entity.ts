import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/persistence';

/** What a wallet tells about what it was given (OpenID4VCI 1.0 §11). */
export const notificationEvents = ['credential_accepted', 'credential_failure', 'credential_deleted'] as const;
/** One of them. */
export type NotificationEvent = (typeof notificationEvents)[number];

/** One answer of the credential issuer to a wallet: one or more copies of one certificate. */
@Entity('wallet_issuance')
@Index('wallet_issuance_certificate', ['certificate'])
export class WalletIssuance {
  /** `notification_id`: random, known to the wallet alone. */
  @PrimaryColumn('varchar')
  id!: string;

  /** Certificate ID. */
  @Column('varchar')
  certificate!: string;

  /** HMAC of the holder's number. */
  @Column('varchar')
  holder!: string;

  /** Client of the token; null: a wallet that named none. */
  @Column('varchar', { name: 'client_id', nullable: true })
  clientId!: string | null;

  @InstantColumn({ name: 'issued_at' })
  issuedAt!: Date;

  /** What the wallet told last; null: nothing. */
  @Column('varchar', { nullable: true })
  event!: NotificationEvent | null;

  @InstantColumn({ name: 'notified_at', nullable: true })
  notifiedAt!: Date | null;
}
