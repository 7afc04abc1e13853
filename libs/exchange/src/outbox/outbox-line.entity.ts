import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/persistence';

/** The line of messages to one receiver: its numbering, and how long to wait after failures. */
@Entity('outbox_line')
export class OutboxLine {
  @PrimaryColumn('varchar')
  receiver!: string;

  @Column('integer', { name: 'last_sequence' })
  lastSequence!: number;

  /** Attempts for the first message in the line that have failed since the last success. */
  @Column('integer')
  failures!: number;

  @InstantColumn({ name: 'next_attempt_at', nullable: true })
  nextAttemptAt!: Date | null;

  /** Error code of the last failure. */
  @Column('varchar', { name: 'last_error', nullable: true })
  lastError!: string | null;
}
