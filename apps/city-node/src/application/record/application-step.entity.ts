import { InstantColumn, JsonColumn } from '#libs/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Notice } from '../rules/notice.js';
import type { Actor, ApplicationEvent, ApplicationState } from '../rules/vocabulary.js';

/** One step in the life of a case (办理过程): which row of the table was taken, by whom, with which document. Never changed. */
@Entity('application_step')
export class ApplicationStep {
  @PrimaryColumn('varchar')
  application!: string;

  /** 1, 2, 3 … within the case */
  @PrimaryColumn('integer')
  ordinal!: number;

  @Column('varchar')
  event!: ApplicationEvent;

  @Column('varchar', { name: 'from_state' })
  from!: ApplicationState;

  @Column('varchar', { name: 'to_state' })
  to!: ApplicationState;

  @InstantColumn()
  at!: Date;

  @Column('varchar')
  actor!: Actor;

  /** Subject of the token, or the node */
  @Column('varchar')
  subject!: string;

  @JsonColumn({ nullable: true })
  document!: Notice | null;

  /** Internal: for officers only */
  @Column('text', { nullable: true })
  opinion!: string | null;
}
