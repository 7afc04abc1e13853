import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { localDateOf } from '#libs/kernel';
import { type Caller, CurrentCaller, IdArgument, InputArgument, type Page, SignedIn } from '#libs/platform';
import { EveryCity, Owner, Reference } from '#libs/routing';
import { ServiceItem } from '../catalogue/index.js';
import { NodeContext } from '../node-context/index.js';
import { EndMandate } from './end-mandate.js';
import { FindMandates } from './find-mandates.js';
import { GrantMandate } from './grant-mandate.js';
import type { MandateRecord } from './mandate.entity.js';
import { EndMandateInput, GrantMandateInput, MandateSide, MyMandatesArgs } from './mandate.inputs.js';
import { Mandate, MandateConnection, presentMandate } from './mandate.model.js';

@Resolver(() => Mandate)
export class MandateResolver {
  constructor(
    private readonly mandates: FindMandates,
    private readonly grant: GrantMandate,
    private readonly end: EndMandate,
    private readonly node: NodeContext,
  ) {}

  @Owner('id')
  @SignedIn()
  @Query(() => Mandate, { nullable: true, description: 'A mandate, for its principal and its agent (委托书)' })
  async mandate(@IdArgument('mandate', '委托书') id: string, @CurrentCaller() caller: Caller): Promise<Mandate> {
    return this.present(await this.mandates.readable(id, caller));
  }

  @EveryCity({ merge: 'CONNECTION' })
  @SignedIn()
  @Query(() => MandateConnection, { nullable: true, description: 'The caller’s mandates, newest first (我的委托书)' })
  async myMandates(
    @Args() { as, first, after }: MyMandatesArgs,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<Mandate>> {
    const side = as === MandateSide.AGENT ? 'agent' : 'principal';
    const page = await this.mandates.page(caller, { as: side, first, after });
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: this.present(node) })) };
  }

  @Owner('input.division')
  @SignedIn()
  @Mutation(() => Mandate, { nullable: true, description: 'Grants a mandate in the caller’s own name (委托)' })
  async grantMandate(@InputArgument() input: GrantMandateInput, @CurrentCaller() caller: Caller): Promise<Mandate> {
    return this.present(await this.mandates.byId(await this.grant.execute(caller, input)));
  }

  @Owner('input.mandate')
  @SignedIn()
  @Mutation(() => Mandate, {
    nullable: true,
    description: 'Ends a mandate at once: its principal revokes it, its agent lays it down (撤回委托, 辞去委托)',
  })
  async endMandate(@InputArgument() input: EndMandateInput, @CurrentCaller() caller: Caller): Promise<Mandate> {
    return this.present(await this.mandates.byId(await this.end.execute(caller, input)));
  }

  @Reference()
  @ResolveField(() => [ServiceItem], { nullable: 'itemsAndList', description: 'The items it is for (事项)' })
  items(@Parent() { itemKeys }: Mandate): ServiceItem[] {
    return itemKeys.map((key) => ({ key }));
  }

  private present(record: MandateRecord): Mandate {
    return presentMandate(record, localDateOf(this.node.now()));
  }
}
