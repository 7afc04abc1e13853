import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type DivisionCode, KuashiError } from '#libs/kernel';
import { type Caller, CurrentCaller, DivisionCodeScalar, SignedIn } from '#libs/platform';
import { Owner, Reference } from '#libs/routing';
import { Catalogue, ServiceItem } from '../catalogue/index.js';
import { Evidence } from './evidence.model.js';
import { GatherEvidence } from './gather-evidence.js';
import { presentEvidence } from './present-evidence.js';

@Resolver(() => Evidence)
export class EvidenceResolver {
  constructor(
    private readonly gather: GatherEvidence,
    private readonly catalogue: Catalogue,
  ) {}

  @Owner('city')
  @SignedIn()
  @Query(() => Evidence, {
    nullable: true,
    description: 'Which materials of an item the caller’s certificates satisfy in a city, whoever issued them (免证办)',
  })
  async evidence(
    @Args('item', { type: () => ID, description: 'Key of the item (事项)' }) item: string,
    @Args('city', { type: () => DivisionCodeScalar, description: 'Where it is applied for (办理城市)' })
    city: DivisionCode,
    @CurrentCaller() caller: Caller,
  ): Promise<Evidence> {
    if (!this.catalogue.serves(city)) throw new KuashiError('OWNER_UNKNOWN', { field: 'city', params: { city } });
    return presentEvidence(await this.gather.execute(item, caller), this.catalogue);
  }

  @Reference()
  @ResolveField(() => ServiceItem, { nullable: true, description: 'The item (政务服务事项)' })
  item(@Parent() { itemKey }: Evidence): ServiceItem {
    return { key: itemKey };
  }
}
