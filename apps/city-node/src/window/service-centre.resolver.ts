import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { DivisionCode, Language } from '#libs/kernel';
import { AnyoneMay, CitiesArgument, LanguageArgs, RequestLanguage, textIn } from '#libs/platform';
import { EveryCity, Public } from '#libs/routing';
import { FindCentres } from './find-centres.js';
import { ServiceCentre, Window } from './service-centre.model.js';

@Resolver(() => ServiceCentre)
export class ServiceCentreResolver {
  constructor(private readonly centres: FindCentres) {}

  @EveryCity({ merge: 'LIST' })
  @Public({ maxAge: 300 })
  @AnyoneMay()
  @Query(() => [ServiceCentre], { nullable: true, description: 'Service centres with their windows (政务服务中心)' })
  serviceCentres(@CitiesArgument() _cities?: DivisionCode[]): readonly ServiceCentre[] {
    return this.centres.all();
  }

  @ResolveField(() => String, { description: 'Name (政务服务中心名称)' })
  name(
    @Parent() { names }: ServiceCentre,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(names, language, requested);
  }
}

@Resolver(() => Window)
export class WindowResolver {
  @ResolveField(() => String, { description: 'Name (窗口名称)' })
  name(
    @Parent() { names }: Window,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(names, language, requested);
  }
}
