import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { AnyoneMay, LanguageArgs, type Page, RequestLanguage, textIn } from '#libs/platform';
import { Public, Registry } from '#libs/routing';
import { Bundle, BundleConnection } from './bundle.model.js';
import { BundlesArgs } from './catalogue.args.js';
import { FindBundles } from './find-bundles.js';
import { FindServiceItems } from './find-service-items.js';
import { ServiceItem } from './service-item.model.js';

@Resolver(() => Bundle)
export class BundleResolver {
  constructor(
    private readonly found: FindBundles,
    private readonly serviceItems: FindServiceItems,
  ) {}

  @Registry()
  @Public({ maxAge: 300 })
  @AnyoneMay()
  @Query(() => BundleConnection, { nullable: true, description: 'Bundles of items (一件事一次办)' })
  bundles(@Args() args: BundlesArgs): Promise<Page<Bundle>> {
    return this.found.page(args, args);
  }

  @ResolveField(() => String, { description: 'Name (一件事名称)' })
  name(@Parent() bundle: Bundle, @Args() { language }: LanguageArgs, @RequestLanguage() requested: Language): string {
    return textIn(bundle.names, language, requested);
  }

  @ResolveField(() => [ServiceItem], { description: 'Its items (所含事项)' })
  items(@Parent() bundle: Bundle): ServiceItem[] {
    return bundle.itemKeys.map((key) => this.serviceItems.byKey(key));
  }
}
