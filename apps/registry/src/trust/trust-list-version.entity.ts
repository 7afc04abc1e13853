import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/persistence';

/** One signed version of the trust list. All are kept: what was trusted on a day can be shown later. */
@Entity('trust_list_version')
export class TrustListVersion {
  /** 1, 2, 3 … */
  @PrimaryColumn('integer')
  version!: number;

  @InstantColumn({ name: 'issued_at' })
  issuedAt!: Date;

  /** The division whose statement made it; `schedule` when it was only signed anew. */
  @Column('varchar')
  cause!: string;

  /** Compact JWS, typ `kuashi-trust-list+jwt`. */
  @Column('text')
  token!: string;
}
