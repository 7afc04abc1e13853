import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import type { DivisionCode } from '#libs/kernel';
import { DivisionCodeScalar, PageArgs } from '#libs/platform';

/** Arguments of lists that go to every city. */
@ArgsType()
export class EveryCityArgs extends PageArgs {
  @Field(() => [DivisionCodeScalar], {
    nullable: true,
    description: 'Only these cities; absent: every city (城市范围)',
  })
  @IsOptional()
  cities?: DivisionCode[];
}

@ArgsType()
export class MyCertificatesArgs extends EveryCityArgs {
  @Field(() => ID, { nullable: true, description: 'Only certificates of this type (证照类型)' })
  @IsOptional()
  @IsString()
  type?: string;
}
