import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { DivisionCode } from '#libs/kernel';
import { AnyoneMay, CitiesArgument } from '#libs/platform';
import { EveryCity, Public } from '#libs/routing';
import { Implementation } from '../implementation/index.js';
import { CountPaperFree } from './count-paper-free.js';
import { PaperFreeShare } from './paper-free-share.model.js';

@Resolver(() => Implementation)
export class PaperFreeShareResolver {
  constructor(private readonly count: CountPaperFree) {}

  @EveryCity({ merge: 'SUM' })
  @Public({ maxAge: 300 })
  @AnyoneMay()
  @Query(() => PaperFreeShare, {
    nullable: true,
    description:
      'Over all items that the cities carry out: how many materials need no paper, whoever applies (免提交比例)',
  })
  paperFreeShare(@CitiesArgument() _cities?: DivisionCode[]): PaperFreeShare {
    return this.count.ofCatalogue();
  }

  @ResolveField(() => PaperFreeShare, {
    name: 'paperFreeShare',
    description:
      'How many of the item’s materials need no paper here, wherever the certificates were issued (免提交比例)',
  })
  ofImplementation(@Parent() { itemKey }: Implementation): PaperFreeShare {
    return this.count.ofItem(itemKey);
  }
}
