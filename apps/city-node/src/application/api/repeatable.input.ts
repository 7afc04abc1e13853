import { Field, ID, InputType } from '@nestjs/graphql';
import { parseId } from '#libs/kernel';
import { ParsedBy } from '#libs/platform';
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

/** An input that names the case it is about. */
@InputType({ isAbstract: true })
export abstract class StepInput extends RepeatableInput {
  @Field(() => ID, { description: 'The application (办件)' })
  @ParsedBy((text, field) => parseId(text, 'application', field))
  application!: string;
}
