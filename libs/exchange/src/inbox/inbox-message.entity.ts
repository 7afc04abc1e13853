import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn } from '#libs/persistence';

/** A message received and what came of it. Its row and its effect are committed together, so it is applied once. */
@Entity('inbox_message')
export class InboxMessage {
  @PrimaryColumn('varchar')
  sender!: string;

  @PrimaryColumn('varchar')
  id!: string;

  @Column('integer')
  sequence!: number;

  @Column('varchar')
  type!: string;

  /** SHA-256 of what the message says, base64url: a repetition must say the same. */
  @Column('varchar')
  digest!: string;

  /** The envelope as it was signed, the proof of what the sender said. */
  @Column('text')
  envelope!: string;

  @InstantColumn({ name: 'received_at' })
  receivedAt!: Date;

  /** Null only inside the unit of work that applies the message. */
  @Column('varchar', { nullable: true })
  outcome!: 'applied' | 'refused' | null;

  /** The handler's result, or the error it refused with. */
  @JsonColumn({ nullable: true })
  result!: Record<string, unknown> | null;
}
