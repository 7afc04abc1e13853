import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, type Page, RolesMay, SignedIn } from '#libs/platform';
import { Owner } from '#libs/routing';
import { AnswerDisputeInput, DisputeCertificateUseInput, DisputesArgs, ReplyToDisputeInput } from './dispute.inputs.js';
import { Dispute, DisputeConnection, presentDispute } from './dispute.model.js';
import { FindDisputes } from './find-disputes.js';
import { answeringRoles, readingRoles, replyingRoles } from './policies.js';
import { RaiseDispute } from './raise-dispute.js';
import { SettleDispute } from './settle-dispute.js';

@Resolver(() => Dispute)
export class DisputeResolver {
  constructor(
    private readonly found: FindDisputes,
    private readonly raise: RaiseDispute,
    private readonly settle: SettleDispute,
  ) {}

  @Owner('city')
  @RolesMay(...readingRoles)
  @Query(() => DisputeConnection, {
    nullable: true,
    description: 'The disputes a city has to do with, as owner or as verifier, newest first (异议)',
  })
  async disputes(@Args() args: DisputesArgs, @CurrentCaller() caller: Caller): Promise<Page<Dispute>> {
    const page = await this.found.page(caller, args);
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: presentDispute(node) })) };
  }

  @Owner('input.use')
  @SignedIn()
  @Mutation(() => Dispute, { nullable: true, description: 'Objects to a use of an own certificate (提出异议)' })
  async disputeCertificateUse(
    @InputArgument() input: DisputeCertificateUseInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Dispute> {
    return presentDispute(await this.found.visible(await this.raise.execute(caller, input), caller));
  }

  @Owner('input.division')
  @RolesMay(...replyingRoles)
  @Mutation(() => Dispute, { nullable: true, description: 'Replies for the authority that used it (用证方回应)' })
  async replyToDispute(@InputArgument() input: ReplyToDisputeInput, @CurrentCaller() caller: Caller): Promise<Dispute> {
    return presentDispute(await this.found.visible(await this.settle.execute('reply', caller, input), caller));
  }

  @Owner('input.dispute')
  @RolesMay(...answeringRoles)
  @Mutation(() => Dispute, { nullable: true, description: 'Answers for the city that owns the certificate (答复异议)' })
  async answerDispute(@InputArgument() input: AnswerDisputeInput, @CurrentCaller() caller: Caller): Promise<Dispute> {
    return presentDispute(await this.found.visible(await this.settle.execute('answer', caller, input), caller));
  }
}
