import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, LocalDateScalar } from '#libs/platform';
import { Actor, ApplicationEvent, ApplicationState, DocumentKind } from '../rules/vocabulary.js';

/** One thing to put right. */
@ObjectType({ description: 'One thing to put right (补正事项)' })
export class CorrectionItem {
  @Field(() => ID, { nullable: true, description: 'The material; absent: the application itself (材料)' })
  requirement?: string | null;

  @Field(() => String, { description: 'What is wrong with it (存在的问题)' })
  problem!: string;
}

/** A document of a case. Its title and remedy are answered by the resolver. */
@ObjectType({ description: 'A document of a case, as a structured record (文书)' })
export class ApplicationDocument {
  @Field(() => DocumentKind, { description: 'Kind (文书种类)' })
  kind!: DocumentKind;

  @Field(() => String, { description: 'Number: the application’s and the step’s (文书编号)' })
  number!: string;

  @Field(() => LocalDateScalar, { description: 'Day of issue in Asia/Shanghai (出具日期)' })
  issuedOn!: string;

  @Field(() => [String], { nullable: true, description: 'Reasons (理由)' })
  reasons?: readonly string[] | null;

  @Field(() => [CorrectionItem], { nullable: true, description: 'Everything to put right (补正内容)' })
  corrections?: readonly CorrectionItem[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Working days: expected length of a special procedure, or what an extension adds (工作日数)',
  })
  workingDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'In a decision: granted or refused (是否准予)' })
  granted?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Who signed for a delivery (签收人)' })
  recipient?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the parcel (邮件号码)' })
  waybill?: string | null;

  /** Whether the remedy of the law is told. */
  remedy!: boolean;

  /** Made in a sandbox. */
  simulated!: boolean;
}

/** A step in the life of a case. */
@ObjectType('ApplicationStep', { description: 'A step in the life of a case; never changed (办理过程)' })
export class ApplicationStepEntry {
  @Field(() => Int, { description: '1, 2, 3 … within the case (步骤序号)' })
  ordinal!: number;

  @Field(() => ApplicationEvent, { description: 'What happened (环节)' })
  event!: ApplicationEvent;

  @Field(() => ApplicationState, { description: 'State before (原状态)' })
  from!: ApplicationState;

  @Field(() => ApplicationState, { description: 'State after (新状态)' })
  to!: ApplicationState;

  @Field(() => DateTimeScalar, { description: 'When it happened (发生时间)' })
  at!: Date;

  @Field(() => Actor, { description: 'In which capacity somebody acted (办理角色)' })
  actor!: Actor;

  @Field(() => ApplicationDocument, { nullable: true, description: 'Document that it left (文书)' })
  document?: ApplicationDocument | null;

  @Field(() => String, { nullable: true, description: 'Internal opinion, for officers only (内部意见)' })
  opinion?: string | null;
}
