import { Field, ID, InputType } from '@nestjs/graphql';
import { parseId } from '#libs/kernel';
import { ParsedBy } from '#libs/platform';
import { RepeatableInput } from '../../repeatable/index.js';

/** An input that names the case it is about. */
@InputType({ isAbstract: true })
export abstract class StepInput extends RepeatableInput {
  @Field(() => ID, { description: 'The application (办件)' })
  @ParsedBy((text, field) => parseId(text, 'application', field))
  application!: string;
}
