import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, DivisionCodeScalar, Node } from '#libs/platform';
import type { DisputeRecord } from './dispute.entity.js';
import { DisputeOutcome, DisputeState } from './dispute-rules.js';

registerEnumType(DisputeState, {
  name: 'DisputeState',
  description: 'Where a dispute stands (异议状态)',
  valuesMap: {
    OPEN: { description: 'Raised; both cities know (已提出)' },
    REPLIED: { description: 'The authority that used the certificate has replied (用证方已回应)' },
    ANSWERED: { description: 'The city that owns the certificate has answered (已答复)' },
  },
});
registerEnumType(DisputeOutcome, {
  name: 'DisputeOutcome',
  description: 'How a dispute was answered (异议处理结果)',
  valuesMap: {
    UPHELD: { description: 'The holder is right (异议成立)' },
    REJECTED: { description: 'The use was in order (异议不成立)' },
  },
});

/** A holder's objection to a use of a certificate. */
@ObjectType({ implements: () => [Node], description: 'A holder’s objection to a use of a certificate (异议, 纠错)' })
export class Dispute extends Node {
  @Field(() => ID, { description: 'ID of the use (用证记录)' })
  use!: string;

  @Field(() => ID, { description: 'The case or scan it was used for (业务流水号)' })
  caseReference!: string;

  @Field(() => DivisionCodeScalar, { description: 'City that owns the certificate (证照归属城市)' })
  owner!: string;

  @Field(() => DivisionCodeScalar, { description: 'City that used it (用证方)' })
  verifier!: string;

  @Field(() => DisputeState, { description: 'Where it stands (异议状态)' })
  state!: DisputeState;

  @Field(() => String, { description: 'What the holder objects to, in the holder’s words (异议内容)' })
  statement!: string;

  @Field(() => DateTimeScalar, { description: 'When it was raised (提出时间)' })
  raisedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Reply of the authority that used it (用证方回应)' })
  reply!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it replied (回应时间)' })
  repliedAt!: Date | null;

  @Field(() => DisputeOutcome, { nullable: true, description: 'How it was answered (处理结果)' })
  outcome!: DisputeOutcome | null;

  @Field(() => String, { nullable: true, description: 'Answer of the city that owns the certificate (答复)' })
  answer!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered (答复时间)' })
  answeredAt!: Date | null;
}

/** A page of disputes. */
@ObjectType({ description: 'A page of disputes (异议分页)' })
export class DisputeConnection extends ConnectionOf(Dispute) {}

/** A record as the API shows it. */
export function presentDispute(record: DisputeRecord): Dispute {
  const { id, use, caseReference, owner, verifier, state, statement, raisedAt } = record;
  const { reply, repliedAt, outcome, answer, answeredAt } = record;
  return Object.assign(new Dispute(), {
    ...{ id, use, caseReference, owner, verifier, state, statement, raisedAt },
    ...{ reply, repliedAt, outcome, answer, answeredAt },
  });
}
