import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type LocalDate } from '#libs/kernel';
import { ConnectionOf, DateTimeScalar, DivisionCodeScalar, LocalDateScalar, Node } from '#libs/platform';
import type { MandateRecord } from './mandate.entity.js';
import { MandateState, stateOn } from './mandate-rules.js';

registerEnumType(MandateState, {
  name: 'MandateState',
  description: 'Where a mandate stands (委托书状态)',
  valuesMap: {
    ACTIVE: { description: 'In force (有效)' },
    EXPIRED: { description: 'Its term is over (已到期)' },
    REVOKED: { description: 'Its principal has revoked it (已撤回)' },
    RENOUNCED: { description: 'Its agent has laid it down (已辞去)' },
  },
});

/** A mandate. */
@ObjectType({
  implements: () => [Node],
  description:
    'A mandate: an agent may file certain items for a principal and use the principal’s certificates (委托书)',
})
export class Mandate extends Node {
  @Field(() => MandateState, { description: 'State today (状态)' })
  state!: MandateState;

  @Field(() => String, { description: 'Name of the principal (委托人)' })
  principalName!: string;

  @Field(() => String, { description: 'Name of the agent (受托人)' })
  agentName!: string;

  /** Keys; the resolver answers the items. */
  itemKeys!: readonly string[];

  @Field(() => [DivisionCodeScalar], { description: 'Cities it is for; none named: every city (适用城市)' })
  cities!: readonly string[];

  @Field(() => Boolean, { description: 'Whether the agent may sign commitments (可否代签告知承诺)' })
  commitments!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was granted (委托时间)' })
  grantedAt!: Date;

  @Field(() => LocalDateScalar, { description: 'Last day of its term (期限)' })
  validUntil!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked or laid down (终止时间)' })
  endedAt?: Date | null;
}

/** A page of mandates. */
@ObjectType({ description: 'A page of mandates (委托书分页)' })
export class MandateConnection extends ConnectionOf(Mandate) {}

/** A record as the API shows it on a day. */
export function presentMandate(record: MandateRecord, today: LocalDate): Mandate {
  const { id, principalName, agentName, items, cities, commitments, grantedAt, validUntil, endedAt } = record;
  return Object.assign(new Mandate(), {
    ...{ id, principalName, agentName, cities, commitments, grantedAt, validUntil, endedAt },
    itemKeys: items,
    state: stateOn(record, today),
  });
}
