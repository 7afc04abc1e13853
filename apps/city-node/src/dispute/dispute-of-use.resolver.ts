import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller } from '#libs/platform';
import { CertificateUse } from '../certificate-use/index.js';
import { Dispute, presentDispute } from './dispute.model.js';
import { FindDisputes } from './find-disputes.js';

@Resolver(() => CertificateUse)
export class DisputeOfUseResolver {
  constructor(private readonly found: FindDisputes) {}

  @ResolveField(() => Dispute, { nullable: true, description: 'The holder’s objection to it, if there is one (异议)' })
  async dispute(@Parent() { id }: CertificateUse, @CurrentCaller() caller: Caller): Promise<Dispute | null> {
    const found = await this.found.aboutUse(id, caller);
    return found && presentDispute(found);
  }
}
