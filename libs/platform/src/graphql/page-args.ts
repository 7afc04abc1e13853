import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

/** Most entries a page can have. */
export const largestPage = 100;

/** Arguments of every Relay connection (forwards only). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: `How many, 1 to ${largestPage} (每页条数)` })
  @IsInt()
  @Min(1)
  @Max(largestPage)
  first: number = 20;

  @Field(() => String, { nullable: true, description: 'Cursor after which the page begins (起始游标)' })
  @IsOptional()
  @IsString()
  after?: string;
}
