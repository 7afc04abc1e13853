import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { DivisionCode } from '#libs/kernel';
import { AnyoneMay, CitiesArgument } from '#libs/platform';
import { EveryCity, Public, Reference } from '#libs/routing';
import { Authority, Catalogue, presentAuthority, ServiceItem } from '../catalogue/index.js';
import { FindCentres, Window } from '../window/index.js';
import { Implementation, presentImplementation } from './implementation.model.js';

@Resolver(() => Implementation)
export class ImplementationResolver {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly centres: FindCentres,
  ) {}

  @EveryCity({ merge: 'LIST' })
  @Public({ maxAge: 300 })
  @AnyoneMay()
  @Query(() => [Implementation], { nullable: true, description: 'How an item is carried out, city by city (办事指南)' })
  implementations(
    @Args('item', { type: () => ID, description: 'Key of the item (事项)' }) item: string,
    @CitiesArgument() _cities?: DivisionCode[],
  ): Implementation[] {
    return this.catalogue.implementations(this.catalogue.item(item).key).map(presentImplementation);
  }

  @Reference()
  @ResolveField(() => ServiceItem, { nullable: true, description: 'The item (政务服务事项)' })
  item(@Parent() { itemKey }: Implementation): ServiceItem {
    return { key: itemKey };
  }

  @ResolveField(() => Authority, { description: 'Who decides (实施主体)' })
  authority(@Parent() { authorityCode }: Implementation): Authority {
    return presentAuthority(this.catalogue.authority(authorityCode));
  }

  @ResolveField(() => [Window], { description: 'Where papers are taken (办理窗口)' })
  windows(@Parent() { windowIds }: Implementation): Window[] {
    return windowIds.flatMap((id) => this.centres.window(id) ?? []);
  }
}
