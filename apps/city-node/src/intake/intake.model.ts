import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, DivisionCodeScalar, Node } from '#libs/platform';
import {
  ApplicantKind,
  ApplicationDocument,
  ApplicationState,
  DeliveryMethod,
  MaterialForm,
} from '../application/index.js';
import type { IntakeRecord } from './intake-record.entity.js';
import { IntakeState } from './intake-rules.js';

registerEnumType(IntakeState, {
  name: 'IntakeState',
  description: 'Where an intake stands (收件状态)',
  valuesMap: {
    RECEIVED: { description: 'In the window’s hands, on its way (已收件)' },
    HANDED_OVER: { description: 'The competent city has signed for it (已转件)' },
    CONFIRMED: { description: 'The competent city has made an application of it (已确认)' },
    RETURNED: { description: 'The competent city does not take it (已退回)' },
  },
});

@ObjectType({ description: 'A line of the list of materials on a receipt (材料清单)' })
export class IntakeMaterial {
  @Field(() => ID, { description: 'Key of the item’s requirement (材料键)' })
  requirement!: string;

  @Field(() => MaterialForm, { description: 'In which form it was handed in (材料形式)' })
  form!: MaterialForm;
}

/** Papers that a window took in. */
@ObjectType({ implements: () => [Node], description: 'Papers that a window took in for the competent city (收件)' })
export class Intake extends Node {
  /** The row; resolvers answer more from it. */
  record!: IntakeRecord;

  @Field(() => String, { description: 'Receipt number, 22 digits; it begins with the window’s city (收件编号)' })
  receiptNo!: string;

  @Field(() => ID, { description: 'Window (窗口)' })
  window!: string;

  @Field(() => DivisionCodeScalar, { description: 'City or county whose authority shall decide (属地)' })
  competentDivision!: string;

  @Field(() => String, { description: 'Applicant (申请人)' })
  applicantName!: string;

  @Field(() => ApplicantKind, { description: 'What kind of person applies (申请人类型)' })
  applicantKind!: ApplicantKind;

  @Field(() => String, { description: 'The number that the clerk has checked, masked (证件号码)' })
  applicantNumber!: string;

  @Field(() => String, { nullable: true, description: 'Agent (代理人)' })
  agentName?: string | null;

  @Field(() => DeliveryMethod, { description: 'How result and notices reach the applicant (送达方式)' })
  delivery!: DeliveryMethod;

  @Field(() => [IntakeMaterial], { description: 'List of materials; the papers went on (材料清单)' })
  materials!: readonly IntakeMaterial[];

  @Field(() => ApplicationDocument, { description: 'Receipt for the applicant (收件凭证)' })
  receipt!: ApplicationDocument;

  @Field(() => IntakeState, { description: 'Where it stands (收件状态)' })
  state!: IntakeState;

  @Field(() => String, { nullable: true, description: 'Number of its application (办件编号)' })
  applicationNo?: string | null;

  @Field(() => ApplicationState, { nullable: true, description: 'State of its application, as told last (办件状态)' })
  applicationState?: ApplicationState | null;

  @Field(() => ApplicationState, { nullable: true, description: 'Outcome of its application, as told last (办理结果)' })
  applicationOutcome?: ApplicationState | null;

  @Field(() => DateTimeScalar, { description: 'When the window took the papers (收件时间)' })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the competent city had signed for them (转件时间)',
  })
  handedOverAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was confirmed or returned (确认或退回时间)' })
  settledAt?: Date | null;
}

/** A page of intakes. */
@ObjectType({ description: 'A page of intakes (收件分页)' })
export class IntakeConnection extends ConnectionOf(Intake) {}

/** A row as the API shows it. */
export function presentIntake(record: IntakeRecord): Intake {
  const { applicantKind } = record;
  const kind = applicantKind === 'legal-person' ? ApplicantKind.LEGAL_PERSON : ApplicantKind.NATURAL_PERSON;
  return Object.assign(new Intake(), record, { record, applicantKind: kind });
}
