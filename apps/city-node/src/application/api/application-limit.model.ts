import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DayUnit } from '#libs/contract';
import { LocalDateScalar } from '#libs/platform';
import { LimitKind, type Clocks } from '../rules/clocks.js';
import { LimitState } from '../rules/limits.js';

/** A clock of a case. */
@ObjectType({
  description: 'A time limit of a case, in legal days of Asia/Shanghai; the first day is not counted (时限)',
})
export class ApplicationLimit {
  @Field(() => LimitKind, { description: 'Which clock (时限种类)' })
  kind!: LimitKind;

  @Field(() => LimitState, { description: 'Whether it counts (计时状态)' })
  state!: LimitState;

  @Field(() => Int, { description: 'Legal days, pauses and extensions apart (时限天数)' })
  days!: number;

  @Field(() => DayUnit, { description: 'In which days it is counted (时限单位)' })
  dayUnit!: DayUnit;

  @Field(() => LocalDateScalar, { description: 'Day on which it started, itself not counted (起算日)' })
  startedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null while it stands still (到期日)' })
  dueOn?: string | null;

  @Field(() => Boolean, {
    description: 'The working days of a year in it are not published yet: the date may move (是否暂定)',
  })
  provisional!: boolean;

  @Field(() => Int, { description: 'Days that it stood still (暂停天数)' })
  pausedDays!: number;

  @Field(() => Int, { description: 'Working days that an extension added (延长天数)' })
  extendedDays!: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on which it ended (结束日)' })
  endedOn?: string | null;
}

/** The clocks that have started, in the order they start. */
export function presentLimits(clocks: Clocks): ApplicationLimit[] {
  return Object.values(LimitKind).flatMap((kind) => {
    const limit = clocks[kind];
    return limit ? [{ ...limit, kind, dueOn: limit.state === LimitState.PAUSED ? null : limit.dueOn }] : [];
  });
}
