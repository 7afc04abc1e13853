import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AuthorityLevel, DayUnit, HandlingMode } from '#libs/contract';
import { ConnectionOf } from '#libs/platform';
import { Lookup } from '#libs/routing';
import type { LocalizedName, ServiceItem as ServiceItemRow } from '#seeds';
import { enumName } from '../reference/index.js';
import { MaterialRequirement, presentMaterial } from './material.model.js';
import { Audience, ClockStart } from './vocabulary.js';

/** A row of the basic catalogue (基本目录): what is the same wherever the item is handled. */
@Lookup({ field: 'serviceItemsByKeys', argument: 'keys', key: 'key' })
@ObjectType({ description: 'A government-service item of the basic catalogue (政务服务事项)' })
export class ServiceItem {
  @Field(() => ID, { description: 'Key, e.g. `pension-transfer-resident` (事项键)' })
  key!: string;

  /** In three languages; the resolver answers one. */
  names!: LocalizedName;

  @Field(() => String, { description: 'Basic code, 12 digits (基本编码)' })
  basicCode!: string;

  @Field(() => String, { description: 'Domain, e.g. `social-security` (业务领域)' })
  domain!: string;

  @Field(() => Audience, { description: 'For whom (服务对象)' })
  audience!: Audience;

  /** In Chinese; the resolver answers its name. */
  department!: string;

  @Field(() => [HandlingMode], { description: 'How it may be handled across cities (通办模式)' })
  modes!: readonly HandlingMode[];

  @Field(() => Int, { description: 'Statutory limit in `dayUnit` (法定办结时限)' })
  statutoryDays!: number;

  @Field(() => Int, {
    description: 'Committed limit of the basic catalogue in `dayUnit`; a city may commit to less (承诺办结时限)',
  })
  committedDays!: number;

  @Field(() => DayUnit, { description: 'In which days the limits are counted (时限单位)' })
  dayUnit!: DayUnit;

  @Field(() => Boolean, { description: 'Decided in the same visit (即办件)' })
  onTheSpot!: boolean;

  /** Key of the result's type; the resolver answers the type. */
  resultCertificateKey?: string;

  @Field(() => AuthorityLevel, { description: 'Level of the authority that decides (行使层级)' })
  authorityLevel!: AuthorityLevel;

  @Field(() => Boolean, { description: 'The person must come: no agent, no remote intake (须到场)' })
  presenceRequired!: boolean;

  @Field(() => ClockStart, { description: 'From which event the limits run (起算点)' })
  clockStarts!: ClockStart;

  @Field(() => Int, {
    nullable: true,
    description: 'A wait prescribed by law before the decision, in `dayUnit` (法定等待期)',
  })
  minimumWaitDays?: number;

  @Field(() => [MaterialRequirement], { description: 'What an applicant brings (申请材料)' })
  materials!: readonly MaterialRequirement[];

  @Field(() => String, { description: 'Document the row comes from (来源文件)' })
  source!: string;

  @Field(() => String, { description: 'How sure the row is (来源可信度)' })
  sourceConfidence!: string;
}

/** A page of the basic catalogue. */
@ObjectType({ description: 'A page of the basic catalogue (基本目录分页)' })
export class ServiceItemConnection extends ConnectionOf(ServiceItem) {}

/** A row of the files as the API shows it. */
export function presentServiceItem(row: ServiceItemRow): ServiceItem {
  const { name, resultCertificate, ...rest } = row;
  return {
    ...rest,
    names: name,
    resultCertificateKey: resultCertificate,
    audience: Audience[enumName(row.audience) as keyof typeof Audience],
    modes: row.modes.map((mode) => HandlingMode[mode]),
    dayUnit: DayUnit[enumName(row.dayUnit) as keyof typeof DayUnit],
    authorityLevel: AuthorityLevel[enumName(row.authorityLevel) as keyof typeof AuthorityLevel],
    clockStarts: ClockStart[enumName(row.clockStarts) as keyof typeof ClockStart],
    materials: row.materials.map(presentMaterial),
  };
}
