import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { AnyoneMay, LanguageArgs, type Page, RequestLanguage, textIn } from '#libs/platform';
import { Internal, Public, Registry } from '#libs/routing';
import { ReferenceData } from '../reference/index.js';
import { categoryName } from './category-names.js';
import { CertificateTypesArgs } from './certificate-type.args.js';
import { CertificateType, CertificateTypeConnection, ClaimName } from './certificate-type.model.js';
import { FindCertificateTypes } from './find-certificate-types.js';
import { validityText } from './validity-text.js';

@Resolver(() => CertificateType)
export class CertificateTypeResolver {
  constructor(
    private readonly types: FindCertificateTypes,
    private readonly reference: ReferenceData,
  ) {}

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

  @ResolveField(() => String, { description: 'Department that issues it (颁发部门)' })
  issuingDepartment(
    @Parent() type: CertificateType,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(this.reference.departmentName(type.issuingDepartment), language, requested);
  }

  @ResolveField(() => String, { description: 'Category (证件, 证照, 批文, 证明 …)' })
  category(
    @Parent() type: CertificateType,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(categoryName(type.category), language, requested);
  }

  @ResolveField(() => String, { description: 'How long such a certificate is valid, in words (有效期)' })
  validityText(
    @Parent() type: CertificateType,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(validityText(type.validity), language, requested);
  }

  @ResolveField(() => [ClaimName], { description: 'What its claims are called, in their order (照面字段名称)' })
  claimNames(@Parent() type: CertificateType): ClaimName[] {
    return type.claims.map((claim) => ({ claim, names: this.reference.claimName(claim) }));
  }
}

@Resolver(() => ClaimName)
export class ClaimNameResolver {
  @ResolveField(() => String, { description: 'Its name (字段名称)' })
  name(
    @Parent() { names }: ClaimName,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(names, language, requested);
  }
}
