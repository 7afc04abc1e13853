import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn } from '#libs/persistence';
import type { HolderKind } from '../person/index.js';

/** What can end a mandate: the principal revokes it, the agent lays it down. */
export type MandateEnd = 'REVOKED' | 'RENOUNCED';

/** A mandate (委托书): somebody lets another file certain items and use the own certificates for them. */
@Entity('mandate')
@Index('mandate_principal_newest', ['principal', 'grantedAt', 'id'])
@Index('mandate_agent_newest', ['agent', 'grantedAt', 'id'])
export class MandateRecord {
  /** Global ID, `mand_<division of the node>_<ulid>`. */
  @PrimaryColumn('varchar')
  id!: string;

  /** HMAC of the principal's number (委托人). */
  @Column('varchar')
  principal!: string;

  @Column('varchar', { name: 'principal_kind' })
  principalKind!: HolderKind;

  @Column('varchar', { name: 'principal_name' })
  principalName!: string;

  /** HMAC of the agent's number (受托人). */
  @Column('varchar')
  agent!: string;

  @Column('varchar', { name: 'agent_name' })
  agentName!: string;

  /** Keys of the service items it is for. */
  @JsonColumn()
  items!: readonly string[];

  /** Divisions of the cities it is for; empty: every city. */
  @JsonColumn()
  cities!: readonly string[];

  /** Whether the agent may sign a commitment instead of a proof (告知承诺). */
  @Column('boolean')
  commitments!: boolean;

  @InstantColumn({ name: 'granted_at' })
  grantedAt!: Date;

  /** Last day, in Asia/Shanghai. */
  @Column('varchar', { name: 'valid_until' })
  validUntil!: string;

  @Column('varchar', { name: 'ended_by', nullable: true })
  endedBy!: MandateEnd | null;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
