import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn } from '#libs/persistence';

/** A credential offer (OpenID4VCI 1.0 §4.1.1) as wallets read it. */
export interface OfferContent {
  readonly credential_issuer: string;
  readonly credential_configuration_ids: readonly string[];
  readonly grants: Readonly<Record<string, object>>;
}

/** An offer that its holder has asked for, until it ends. */
@Entity('credential_offer')
@Index('credential_offer_expiry', ['expiresAt'])
export class CredentialOfferRecord {
  /** Global ID, `offer_<division of the node>_<ulid>`. */
  @PrimaryColumn('varchar')
  id!: string;

  /** Certificate ID. */
  @Column('varchar')
  certificate!: string;

  @JsonColumn()
  content!: OfferContent;

  @InstantColumn({ name: 'expires_at' })
  expiresAt!: Date;
}
