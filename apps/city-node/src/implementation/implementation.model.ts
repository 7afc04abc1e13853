import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AuthorityLevel, HandlingMode } from '#libs/contract';
import { createNamedId } from '#libs/kernel';
import { DivisionCodeScalar, Node } from '#libs/platform';
import type { Implementation as ImplementationRow } from '#seeds';

/** How one authority carries out an item. */
@ObjectType({ implements: () => [Node], description: 'How one authority carries out an item (实施清单)' })
export class Implementation extends Node {
  @Field(() => ID, { description: 'Implementation code, 31 characters (实施编码)' })
  code!: string;

  /** Keys and codes; the resolver answers objects. */
  itemKey!: string;
  authorityCode!: string;
  windowIds!: readonly string[];

  @Field(() => DivisionCodeScalar, { description: 'City, county or 430000: where it is decided (行政区划代码)' })
  division!: string;

  @Field(() => DivisionCodeScalar, { description: 'Division of the node that holds it (所属节点)' })
  city!: string;

  @Field(() => AuthorityLevel, { description: 'Level of the authority (行使层级)' })
  level!: AuthorityLevel;

  @Field(() => Int, { description: 'Committed limit in the item’s days (承诺办结时限)' })
  committedDays!: number;

  @Field(() => Boolean, { description: 'Decided in the same visit (即办件)' })
  onTheSpot!: boolean;

  @Field(() => [HandlingMode], { description: 'How it may be handled across cities here (通办模式)' })
  modes!: readonly HandlingMode[];
}

/** A row of the files as the API shows it. */
export function presentImplementation(row: ImplementationRow): Implementation {
  const { code, item, division, city, authority, committedDays, onTheSpot, windows } = row;
  return Object.assign(new Implementation(), {
    id: createNamedId('implementation', city, code),
    ...{ code, division, city, committedDays, onTheSpot },
    ...{ itemKey: item, authorityCode: authority, windowIds: windows },
    level: AuthorityLevel[row.level.toUpperCase() as keyof typeof AuthorityLevel],
    modes: row.modes.map((mode) => HandlingMode[mode]),
  });
}
