import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PaperFreeCount } from './paper-free-share.js';

/** How many materials need no paper, of how many. */
@ObjectType({
  description: 'How many materials need no paper: an e-certificate serves or a commitment stands in (免提交材料比例)',
})
export class PaperFreeShare implements PaperFreeCount {
  @Field(() => Int, { description: 'Materials that need no paper (免提交材料数)' })
  withoutPaper!: number;

  @Field(() => Int, { description: 'All materials (材料总数)' })
  total!: number;
}
