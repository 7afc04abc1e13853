import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Reference } from '#libs/routing';
import { CertificateType, ServiceItem } from '../catalogue/index.js';
import { PresentedCertificate } from './presented-certificate.model.js';
import { forDisplay } from './use-purpose.js';

@Resolver(() => PresentedCertificate)
export class PresentedCertificateResolver {
  @Reference()
  @ResolveField(() => CertificateType, { nullable: true, description: 'Its kind (证照类型)' })
  type(@Parent() { typeKey }: PresentedCertificate): CertificateType {
    return { key: typeKey };
  }

  @Reference()
  @ResolveField(() => ServiceItem, { nullable: true, description: 'The item; null: it was only looked at (事项)' })
  item(@Parent() { itemKey }: PresentedCertificate): ServiceItem | null {
    return itemKey === forDisplay ? null : { key: itemKey };
  }
}
