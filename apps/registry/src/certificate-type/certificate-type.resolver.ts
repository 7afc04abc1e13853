import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { AnyoneMay, LanguageArgs, type Page, RequestLanguage, textIn } from '#libs/platform';
import { Internal, Public, Registry } from '#libs/routing';
import { CertificateTypesArgs } from './certificate-type.args.js';
import { CertificateType, CertificateTypeConnection } from './certificate-type.model.js';
import { FindCertificateTypes } from './find-certificate-types.js';

@Resolver(() => CertificateType)
export class CertificateTypeResolver {
  constructor(private readonly types: FindCertificateTypes) {}

  @Registry()
  @Public({ maxAge: 300 })
  @AnyoneMay()
  @Query(() => CertificateType, { nullable: true, description: 'A kind of e-certificate (证照类型)' })
  certificateType(
    @Args('key', { type: () => ID, description: 'Key, e.g. `household-register` (证照类型键)' }) key: string,
  ): CertificateType {
    return this.types.byKey(key);
  }

  @Registry()
  @Public({ maxAge: 300 })
  @AnyoneMay()
  @Query(() => CertificateTypeConnection, {
    nullable: true,
    description: 'The certificate-type directory (证照类型目录)',
  })
  certificateTypes(@Args() args: CertificateTypesArgs): Promise<Page<CertificateType>> {
    return this.types.page(args, args);
  }

  @Registry()
  @Internal()
  @AnyoneMay()
  @Query(() => [CertificateType], { nullable: 'items', description: 'Kinds of e-certificates by their keys, in order' })
  certificateTypesByKeys(@Args('keys', { type: () => [ID] }) keys: string[]): (CertificateType | null)[] {
    return this.types.byKeys(keys);
  }

  @ResolveField(() => String, { description: 'Name (证照名称)' })
  name(
    @Parent() type: CertificateType,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(type.names, language, requested);
  }
}
