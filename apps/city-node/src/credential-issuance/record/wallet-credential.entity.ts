import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One copy of a certificate in a wallet (钱包副本): bound to a key of the holder's, with a status entry of its own. */
@Entity('wallet_credential')
@Index('wallet_credential_certificate', ['certificate'])
@Index('wallet_credential_issuance', ['issuance'])
export class WalletCredential {
  /** Global ID, `wcr_<division of the node>_<ulid>`. */
  @PrimaryColumn('varchar')
  id!: string;

  /** The answer it was part of. */
  @Column('varchar')
  issuance!: string;

  /** Certificate ID. */
  @Column('varchar')
  certificate!: string;

  /** Thumbprint (RFC 7638) of the holder's public key. */
  @Column('varchar', { name: 'holder_key' })
  holderKey!: string;

  /** Address of the status list its entry is in. */
  @Column('varchar', { name: 'status_list' })
  statusList!: string;

  @Column('integer', { name: 'status_index' })
  statusIndex!: number;
}
