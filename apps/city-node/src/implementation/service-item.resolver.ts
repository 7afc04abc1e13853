import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { DivisionCode } from '#libs/kernel';
import { AnyoneMay, CitiesArgument } from '#libs/platform';
import { EveryCity, Internal } from '#libs/routing';
import { Catalogue, ServiceItem } from '../catalogue/index.js';
import { Implementation, presentImplementation } from './implementation.model.js';

/** What this node adds to the registry's items: the guides of the cities stand side by side. */
@Resolver(() => ServiceItem)
export class ServiceItemResolver {
  constructor(private readonly catalogue: Catalogue) {}

  @Internal()
  @AnyoneMay()
  @Query(() => [ServiceItem], {
    nullable: 'items',
    description: 'Items by their keys, in order, with what this city adds',
  })
  serviceItemStubs(@Args('keys', { type: () => [ID] }) keys: string[]): (ServiceItem | null)[] {
    return keys.map((key) => (this.catalogue.hasItem(key) ? { key } : null));
  }

  @EveryCity({ merge: 'LIST' })
  @ResolveField(() => [Implementation], { description: 'How it is carried out, city by city (实施清单)' })
  implementations(@Parent() { key }: ServiceItem, @CitiesArgument() _cities?: DivisionCode[]): Implementation[] {
    return this.catalogue.implementations(key).map(presentImplementation);
  }
}
