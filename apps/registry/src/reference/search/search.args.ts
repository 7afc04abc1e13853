import { ArgsType, Field } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageArgs } from '#libs/platform';

/** Longest search text; names are shorter. */
const longestSearch = 100;

/** Arguments of every list that can be searched by name. */
@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the name, in either script, in English, in pinyin with or without tones, or its initials; the best hit first (搜索词)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(longestSearch)
  search?: string;
}
