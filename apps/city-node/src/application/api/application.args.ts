import { ArgsType, Field } from '@nestjs/graphql';
import { DivisionCodeScalar, PageArgs } from '#libs/platform';
import { IsEnum, IsOptional, IsString } from 'class-validator';
import { EveryCityArgs } from '../../certificate/index.js';
import { ApplicationState } from '../rules/vocabulary.js';

@ArgsType()
export class MyApplicationsArgs extends EveryCityArgs {
  @Field(() => ApplicationState, { nullable: true, description: 'Only applications in this state (办件状态)' })
  @IsOptional()
  @IsEnum(ApplicationState)
  state?: ApplicationState;
}

@ArgsType()
export class ApplicationsToHandleArgs extends PageArgs {
  @Field(() => DivisionCodeScalar, { description: 'City, or one of its counties (行政区划代码)' })
  @IsString()
  division!: string;

  @Field(() => ApplicationState, { nullable: true, description: 'Only applications in this state (办件状态)' })
  @IsOptional()
  @IsEnum(ApplicationState)
  state?: ApplicationState;
}
