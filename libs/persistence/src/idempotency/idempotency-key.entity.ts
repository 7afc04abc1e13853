import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../columns.js';

/** A key that a caller has used, and what came of it. Without a resource only inside the unit that is at it. */
@Entity('idempotency_key')
export class IdempotencyKey {
  /** Whose key for what, for example `submit-application|<subject>`. */
  @PrimaryColumn('varchar')
  scope!: string;

  @PrimaryColumn('varchar')
  key!: string;

  /** Digest of the request, so that another request under the same key is noticed. */
  @Column('varchar')
  fingerprint!: string;

  @Column('varchar', { nullable: true })
  resource!: string | null;

  @InstantColumn({ name: 'first_used_at' })
  firstUsedAt!: Date;
}
