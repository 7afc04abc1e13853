import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { KuashiError, parseId } from '#libs/kernel';
import { AnyoneMay, type Caller, CurrentCaller, IdArgument, Node } from '#libs/platform';
import { Internal, Owner } from '#libs/routing';
import { NodeLookup } from './node-lookup.js';

/** Most objects that are looked up at once. */
const mostIds = 500;

@Resolver(() => Node)
export class NodeLookupResolver {
  constructor(private readonly lookup: NodeLookup) {}

  @Owner('id')
  @AnyoneMay()
  @Query(() => Node, {
    nullable: true,
    description: 'An object by its global ID, if the caller may read it (按全局标识查询)',
  })
  async node(@IdArgument('object', '对象') id: string, @CurrentCaller() caller: Caller): Promise<object | null> {
    parseId(id, undefined, 'id');
    const [found] = await this.lookup.find([id], caller);
    return found ?? null;
  }

  @Internal()
  @AnyoneMay()
  @Query(() => [Node], {
    nullable: 'items',
    description: 'Objects by their IDs, in order, for the gateway’s references',
  })
  nodes(
    @Args('ids', { type: () => [ID] }) ids: string[],
    @CurrentCaller() caller: Caller,
  ): Promise<readonly (object | null)[]> {
    if (ids.length > mostIds) throw new KuashiError('QUERY_TOO_COMPLEX', { field: 'ids' });
    return this.lookup.find(ids, caller);
  }
}
