import { ArgsType, Field } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsString } from 'class-validator';
import { SearchArgs } from '../reference/index.js';
import { HolderKind } from './certificate-type.model.js';

@ArgsType()
export class CertificateTypesArgs extends SearchArgs {
  @Field(() => String, { nullable: true, description: 'Domain, e.g. `public-security` (业务领域)' })
  @IsOptional()
  @IsString()
  domain?: string;

  @Field(() => HolderKind, { nullable: true, description: 'Who or what it is about (持证主体类别)' })
  @IsOptional()
  @IsEnum(HolderKind)
  holderKind?: HolderKind;
}
