import type { DivisionCode, Holder, LocalDate } from '#libs/kernel';
import { InstantColumn, JsonColumn } from '#libs/persistence';
import type { HandlingMode } from '#seeds';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Clocks, Terms } from '../rules/clocks.js';
import type { HolderKind } from '../../person/index.js';
import type { Parties } from '../rules/policies.js';
import type { AcceptanceMode, ApplicationState, DeliveryMethod } from '../rules/vocabulary.js';

/** A case (办件) at the node that is competent for it. Its parties do not change; its state does, by the state table. */
@Entity('application')
@Index('application_number', ['applicationNo'], { unique: true })
@Index('application_applicant', ['applicant', 'submittedAt', 'id'])
@Index('application_worklist', ['state', 'submittedAt', 'id'])
@Index('application_lapse', ['lapsesOn'])
export class ApplicationRecord implements Parties {
  /** `app_<city>_<ulid>` */
  @PrimaryColumn('varchar')
  id!: string;

  /** 22 digits (办件编号) */
  @Column('varchar', { name: 'application_no' })
  applicationNo!: string;

  /** Service item key */
  @Column('varchar')
  item!: string;

  /** Implementation code, 31 characters */
  @Column('varchar')
  implementation!: string;

  /** City of this node */
  @Column('varchar')
  city!: DivisionCode;

  /** City or county whose authority decides (属地) */
  @Column('varchar', { name: 'competent_division' })
  competentDivision!: DivisionCode;

  @Column('varchar')
  authority!: string;

  @Column('varchar')
  mode!: HandlingMode;

  @Column('varchar')
  state!: ApplicationState;

  /** How it came to be accepted; null before. */
  @Column('varchar', { name: 'acceptance_mode', nullable: true })
  acceptanceMode!: AcceptanceMode | null;

  /** The state in which it was settled, kept while it is delivered and completed. */
  @Column('varchar', { nullable: true })
  outcome!: ApplicationState | null;

  @Column('varchar')
  applicant!: Holder;

  @Column('varchar', { name: 'applicant_kind' })
  applicantKind!: HolderKind;

  @Column('varchar', { name: 'applicant_name' })
  applicantName!: string;

  /** The applicant's number as a window has read it, sealed: kept only while a certificate is to be written. */
  @Column('varchar', { name: 'sealed_number', nullable: true })
  sealedNumber!: string | null;

  @Column('varchar', { nullable: true })
  agent!: Holder | null;

  @Column('varchar', { name: 'agent_name', nullable: true })
  agentName!: string | null;

  /** Mandate ID under which the agent acts (委托书). */
  @Column('varchar', { nullable: true })
  mandate!: string | null;

  /** Intake ID when a window took the papers */
  @Column('varchar', { nullable: true })
  intake!: string | null;

  /** City of that window (收件地) */
  @Column('varchar', { name: 'intake_division', nullable: true })
  intakeDivision!: DivisionCode | null;

  @Column('varchar', { name: 'intake_window', nullable: true })
  intakeWindow!: string | null;

  @Column('varchar')
  delivery!: DeliveryMethod;

  /** Certificate type that a grant ends in; null: the decision is the result. */
  @Column('varchar', { name: 'result_type', nullable: true })
  resultType!: string | null;

  /** Certificate ID */
  @Column('varchar', { nullable: true })
  result!: string | null;

  /** What item and implementation said about time when it was filed. */
  @JsonColumn()
  terms!: Terms;

  @JsonColumn()
  clocks!: Clocks;

  /** Last day of a running acceptance term: after it silence means acceptance. */
  @Column('varchar', { name: 'lapses_on', nullable: true })
  lapsesOn!: LocalDate | null;

  @InstantColumn({ name: 'submitted_at' })
  submittedAt!: Date;

  /** When the competent city received the papers last: filed, handed over or corrected. */
  @InstantColumn({ name: 'received_at' })
  receivedAt!: Date;
}
