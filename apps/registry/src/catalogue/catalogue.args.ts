import { ArgsType, Field } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsString } from 'class-validator';
import { HandlingMode } from '#libs/contract';
import { SearchArgs } from '../reference/index.js';
import { Audience } from './vocabulary.js';

@ArgsType()
export class BundlesArgs extends SearchArgs {
  @Field(() => Audience, { nullable: true, description: 'For whom; what is for both is for each (服务对象)' })
  @IsOptional()
  @IsEnum(Audience)
  audience?: Audience;
}

@ArgsType()
export class ServiceItemsArgs extends BundlesArgs {
  @Field(() => String, { nullable: true, description: 'Domain, e.g. `social-security` (业务领域)' })
  @IsOptional()
  @IsString()
  domain?: string;

  @Field(() => HandlingMode, { nullable: true, description: 'A way it can be handled across cities (通办模式)' })
  @IsOptional()
  @IsEnum(HandlingMode)
  mode?: HandlingMode;
}
