import { ArgsType, Field } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageArgs } from '#libs/platform';
import { HolderKind } from './certificate-type.model.js';

/** Longest search text; names are shorter. */
export const longestSearch = 100;

@ArgsType()
export class CertificateTypesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words of the name, in either script or in English (搜索词)' })
  @IsOptional()
  @IsString()
  @MaxLength(longestSearch)
  search?: string;

  @Field(() => String, { nullable: true, description: 'Domain, e.g. `public-security` (业务领域)' })
  @IsOptional()
  @IsString()
  domain?: string;

  @Field(() => HolderKind, { nullable: true, description: 'Who or what it is about (持证主体类别)' })
  @IsOptional()
  @IsEnum(HolderKind)
  holderKind?: HolderKind;
}
