import { Field, ID, ObjectType } from '@nestjs/graphql';
import { HandlingMode } from '#libs/contract';
import { ConnectionOf, DateTimeScalar, DivisionCodeScalar, Node } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { AcceptanceMode, ApplicationState, DeliveryMethod } from '../rules/vocabulary.js';
import { ApplicantKind } from './application-vocabulary.js';

/** A case. */
@ObjectType({ implements: () => [Node], description: 'A case at the node of the competent city (办件)' })
export class Application extends Node {
  /** The row; resolvers answer more from it. */
  record!: ApplicationRecord;

  @Field(() => String, { description: 'Number, 22 digits; it begins with the owning division (办件编号)' })
  applicationNo!: string;

  @Field(() => String, { description: 'Implementation code, 31 characters (实施编码)' })
  implementation!: string;

  @Field(() => ApplicationState, { description: 'Where it stands (办件状态)' })
  state!: ApplicationState;

  @Field(() => ApplicationState, {
    nullable: true,
    description: 'How it was settled, also once it is delivered and completed (办理结果)',
  })
  outcome?: ApplicationState | null;

  @Field(() => HandlingMode, { description: 'How it is handled across cities (通办模式)' })
  mode!: HandlingMode;

  @Field(() => AcceptanceMode, { nullable: true, description: 'How it came to be accepted (受理方式)' })
  acceptanceMode?: AcceptanceMode | null;

  @Field(() => DivisionCodeScalar, { description: 'City or county whose authority decides (属地)' })
  competentDivision!: string;

  @Field(() => String, { description: 'Applicant (申请人)' })
  applicantName!: string;

  @Field(() => ApplicantKind, { description: 'What kind of person applies (申请人类型)' })
  applicantKind!: ApplicantKind;

  @Field(() => String, { nullable: true, description: 'Agent (代理人)' })
  agentName?: string | null;

  @Field(() => ID, { nullable: true, description: 'Intake, when a window took the papers (收件)' })
  intake?: string | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: 'City of that window (收件地)' })
  intakeDivision?: string | null;

  @Field(() => DeliveryMethod, { description: 'How result and notices reach the applicant (送达方式)' })
  delivery!: DeliveryMethod;

  @Field(() => DateTimeScalar, { description: 'When it was filed at the competent city (提交时间)' })
  submittedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the competent city received the papers last (收到材料时间)' })
  receivedAt!: Date;
}

/** A page of cases. */
@ObjectType({ description: 'A page of applications (办件分页)' })
export class ApplicationConnection extends ConnectionOf(Application) {}

/** A row as the API shows it. */
export function presentApplication(record: ApplicationRecord): Application {
  const { applicantKind, mode } = record;
  return Object.assign(new Application(), record, {
    record,
    mode: HandlingMode[mode],
    applicantKind: applicantKind === 'legal-person' ? ApplicantKind.LEGAL_PERSON : ApplicantKind.NATURAL_PERSON,
  });
}
