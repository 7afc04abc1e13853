import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IssuerEntry } from '#libs/credential';
import { InstantColumn, JsonColumn } from '#libs/persistence';

/** The issuers of one node, as its last accepted statement names them. */
@Entity('node_issuers')
export class NodeIssuers {
  /** Division of the node. */
  @PrimaryColumn('varchar')
  division!: string;

  /** When the node said it (`iat`): an older statement is refused. */
  @InstantColumn({ name: 'stated_at' })
  statedAt!: Date;

  /** The statement as it was signed, the proof of what the node said. */
  @Column('text')
  statement!: string;

  @JsonColumn()
  issuers!: readonly IssuerEntry[];
}
