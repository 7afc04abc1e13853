import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn } from '#libs/persistence';

/** A message to another node, written with the change it tells of; kept with its receipt afterwards. */
@Entity('outbox_message')
@Index('outbox_message_order', ['receiver', 'sequence'], { unique: true })
@Index('outbox_message_pending', ['settledAt', 'receiver'])
export class OutboxMessage {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  receiver!: string;

  /** 1, 2, 3 … per receiver, in the order of the commits. */
  @Column('integer')
  sequence!: number;

  @Column('varchar')
  type!: string;

  @JsonColumn()
  payload!: Record<string, unknown>;

  @InstantColumn({ name: 'issued_at' })
  issuedAt!: Date;

  /** When the receiver's receipt was stored; null while the message is on its way. */
  @InstantColumn({ name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('varchar', { nullable: true })
  outcome!: 'applied' | 'refused' | null;

  /** The receiver's receipt, a compact JWS. */
  @Column('text', { nullable: true })
  receipt!: string | null;
}
