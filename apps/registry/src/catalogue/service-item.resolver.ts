import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { AnyoneMay, LanguageArgs, type Page, RequestLanguage, textIn } from '#libs/platform';
import { Internal, Public, Registry } from '#libs/routing';
import { CertificateType, FindCertificateTypes } from '../certificate-type/index.js';
import { ReferenceData } from '../reference/index.js';
import { ServiceItemsArgs } from './catalogue.args.js';
import { FindServiceItems } from './find-service-items.js';
import { ServiceItem, ServiceItemConnection } from './service-item.model.js';

@Resolver(() => ServiceItem)
export class ServiceItemResolver {
  constructor(
    private readonly items: FindServiceItems,
    private readonly types: FindCertificateTypes,
    private readonly reference: ReferenceData,
  ) {}

  @Registry()
  @Public({ maxAge: 300 })
  @AnyoneMay()
  @Query(() => ServiceItem, { nullable: true, description: 'An item of the basic catalogue (政务服务事项)' })
  serviceItem(
    @Args('key', { type: () => ID, description: 'Key, e.g. `pension-transfer-resident` (事项键)' }) key: string,
  ): ServiceItem {
    return this.items.byKey(key);
  }

  @Registry()
  @Public({ maxAge: 300 })
  @AnyoneMay()
  @Query(() => ServiceItemConnection, { nullable: true, description: 'The basic catalogue (基本目录)' })
  serviceItems(@Args() args: ServiceItemsArgs): Promise<Page<ServiceItem>> {
    return this.items.page(args, args);
  }

  @Registry()
  @Internal()
  @AnyoneMay()
  @Query(() => [ServiceItem], { nullable: 'items', description: 'Items by their keys, in order' })
  serviceItemsByKeys(@Args('keys', { type: () => [ID] }) keys: string[]): (ServiceItem | null)[] {
    return this.items.byKeys(keys);
  }

  @ResolveField(() => String, { description: 'Name (事项名称)' })
  name(
    @Parent() item: ServiceItem,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(item.names, language, requested);
  }

  @ResolveField(() => String, { description: 'Competent department (主管部门)' })
  department(
    @Parent() item: ServiceItem,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(this.reference.departmentName(item.department), language, requested);
  }

  @ResolveField(() => CertificateType, { nullable: true, description: 'The certificate it ends in (结果证照)' })
  resultCertificate(@Parent() item: ServiceItem): CertificateType | null {
    return item.resultCertificateKey ? this.types.byKey(item.resultCertificateKey) : null;
  }
}
