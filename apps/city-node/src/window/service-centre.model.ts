import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DivisionCodeScalar, Node } from '#libs/platform';
import type { LocalizedName, Window as WindowRow } from '#seeds';

/** What kind of place a centre serves. */
export enum CentreKind {
  MUNICIPAL = 'MUNICIPAL',
  COUNTY = 'COUNTY',
  FUNCTIONAL_ZONE = 'FUNCTIONAL_ZONE',
}
registerEnumType(CentreKind, {
  name: 'CentreKind',
  description: 'What kind of place a centre serves (政务服务中心类别)',
  valuesMap: {
    MUNICIPAL: { description: 'Of a city (市级)' },
    COUNTY: { description: 'Of a county (县级)' },
    FUNCTIONAL_ZONE: { description: 'A zone without a division code of its own (功能区)' },
  },
});

/** A window of a centre. */
@ObjectType({ implements: () => [Node], description: 'A window of a service centre (窗口)' })
export class Window extends Node {
  /** In three languages; the resolver answers one. */
  names!: LocalizedName;

  @Field(() => [String], { description: 'Domains of items it serves; `*` for all (服务领域)' })
  services!: readonly string[];

  @Field(() => Boolean, { description: 'Takes papers for other cities (通办专窗)' })
  crossCity!: boolean;
}

/** A service centre with its windows. */
@ObjectType({ implements: () => [Node], description: 'A government-service centre (政务服务中心)' })
export class ServiceCentre extends Node {
  /** In three languages; the resolver answers one. */
  names!: LocalizedName;

  @Field(() => DivisionCodeScalar, { description: 'Division it serves (行政区划代码)' })
  division!: string;

  @Field(() => CentreKind, { description: 'What kind of place it serves (中心类别)' })
  kind!: CentreKind;

  @Field(() => String, { nullable: true, description: 'Address (地址)' })
  address?: string;

  @Field(() => String, { nullable: true, description: 'Phone (电话)' })
  phone?: string;

  @Field(() => String, { nullable: true, description: 'Opening hours, as published (办公时间)' })
  hours?: string;

  @Field(() => [Window], { description: 'Its windows (窗口)' })
  windows!: readonly Window[];
}

/** A row of the files as the API shows it. */
export const presentWindow = ({ id, name, services, crossCity }: WindowRow): Window =>
  Object.assign(new Window(), { id, names: name, services, crossCity });
