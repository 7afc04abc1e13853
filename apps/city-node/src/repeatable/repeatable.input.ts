import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** An input that may be sent again. */
@InputType({ isAbstract: true })
export abstract class RepeatableInput {
  @Field(() => String, { nullable: true, description: 'The same key with the same input has its effect once (幂等键)' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  idempotencyKey?: string;
}
