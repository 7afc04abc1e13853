import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { parseId } from '#libs/kernel';
import { type Caller, CurrentCaller, type Page, ParsedBy, SignedIn } from '#libs/platform';
import { EveryCity, Reference } from '#libs/routing';
import { CertificateType, ServiceItem } from '../catalogue/index.js';
import { Certificate, EveryCityArgs } from '../certificate/index.js';
import { CertificateUse, CertificateUseConnection, presentUse } from './certificate-use.model.js';
import { FindUses } from './find-uses.js';
import { forDisplay } from './use-purpose.js';

@ArgsType()
class MyCertificateUsesArgs extends EveryCityArgs {
  @Field(() => ID, { nullable: true, description: 'Only uses of this certificate (电子证照)' })
  @IsOptional()
  @ParsedBy((text, field) => parseId(text, 'certificate', field))
  certificate?: string;
}

@Resolver(() => CertificateUse)
export class CertificateUseResolver {
  constructor(private readonly uses: FindUses) {}

  @EveryCity({ merge: 'CONNECTION' })
  @SignedIn()
  @Query(() => CertificateUseConnection, {
    nullable: true,
    description: 'Who used the caller’s certificates for what, newest first (我的用证记录)',
  })
  async myCertificateUses(
    @Args() { certificate, first, after }: MyCertificateUsesArgs,
    @CurrentCaller() { holder }: Caller,
  ): Promise<Page<CertificateUse>> {
    const page = await this.uses.page({ holder, certificate, first, after });
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: presentUse(node) })) };
  }

  @Reference()
  @ResolveField(() => Certificate, { nullable: true, description: 'The certificate (电子证照)' })
  certificate(@Parent() { certificateId }: CertificateUse): Pick<Certificate, 'id'> {
    return { id: certificateId };
  }

  @Reference()
  @ResolveField(() => CertificateType, { nullable: true, description: 'Its kind (证照类型)' })
  type(@Parent() { typeKey }: CertificateUse): CertificateType {
    return { key: typeKey };
  }

  @Reference()
  @ResolveField(() => ServiceItem, {
    nullable: true,
    description: 'The item it was used for; null: it was only looked at (事项)',
  })
  item(@Parent() { itemKey }: CertificateUse): ServiceItem | null {
    return itemKey === forDisplay ? null : { key: itemKey };
  }
}
