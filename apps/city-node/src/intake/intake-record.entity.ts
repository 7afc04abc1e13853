import type { DivisionCode, ErrorCode, ErrorParams, Holder } from '#libs/kernel';
import { InstantColumn, JsonColumn } from '#libs/persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ApplicationState, DeliveryMethod, MaterialForm, Notice } from '../application/index.js';
import type { HolderKind } from '../person/index.js';
import type { IntakeState } from './intake-rules.js';

/** A line of the list of materials on the receipt: the papers themselves go on to the competent city. */
export interface ListedMaterial {
  readonly requirement: string;
  readonly form: MaterialForm;
}

/** Why the competent city sent an intake back. */
export interface ReturnReason {
  readonly code: ErrorCode;
  readonly field?: string;
  readonly params: ErrorParams;
}

/** Papers that a window took in (收件), for an authority of its own city or of another. */
@Entity('intake')
@Index('intake_receipt', ['receiptNo'], { unique: true })
@Index('intake_window', ['window', 'receivedAt', 'id'])
export class IntakeRecord {
  /** `intake_<city of the window>_<ulid>` */
  @PrimaryColumn('varchar')
  id!: string;

  /** 22 digits (收件编号) */
  @Column('varchar', { name: 'receipt_no' })
  receiptNo!: string;

  @Column('varchar')
  window!: string;

  /** Subject of the clerk's token */
  @Column('varchar')
  clerk!: string;

  /** Service item key */
  @Column('varchar')
  item!: string;

  /** City or county whose authority shall decide (属地) */
  @Column('varchar', { name: 'competent_division' })
  competentDivision!: DivisionCode;

  /** City of the node the papers go to */
  @Column('varchar', { name: 'competent_city' })
  competentCity!: DivisionCode;

  @Column('varchar')
  applicant!: Holder;

  @Column('varchar', { name: 'applicant_kind' })
  applicantKind!: HolderKind;

  @Column('varchar', { name: 'applicant_name' })
  applicantName!: string;

  /** The number the clerk has checked, for the eye: the full one is not kept. */
  @Column('varchar', { name: 'applicant_number' })
  applicantNumber!: string;

  @Column('varchar', { name: 'agent_name', nullable: true })
  agentName!: string | null;

  @Column('varchar')
  delivery!: DeliveryMethod;

  @JsonColumn()
  materials!: readonly ListedMaterial[];

  @JsonColumn()
  receipt!: Notice;

  @Column('varchar')
  state!: IntakeState;

  @JsonColumn({ name: 'return_reason', nullable: true })
  returnReason!: ReturnReason | null;

  /** Application ID at the competent city */
  @Column('varchar', { nullable: true })
  application!: string | null;

  @Column('varchar', { name: 'application_no', nullable: true })
  applicationNo!: string | null;

  /** What the competent city has told last */
  @Column('varchar', { name: 'application_state', nullable: true })
  applicationState!: ApplicationState | null;

  @Column('varchar', { name: 'application_outcome', nullable: true })
  applicationOutcome!: ApplicationState | null;

  @InstantColumn({ name: 'received_at' })
  receivedAt!: Date;

  @InstantColumn({ name: 'handed_over_at', nullable: true })
  handedOverAt!: Date | null;

  /** Confirmed or returned */
  @InstantColumn({ name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
