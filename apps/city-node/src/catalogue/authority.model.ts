import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DivisionCodeScalar } from '#libs/platform';
import type { Authority as AuthorityRow, LocalizedName } from '#seeds';

/** A body that issues certificates or decides cases. */
@ObjectType({ description: 'A body that issues certificates or decides cases (机构)' })
export class Authority {
  @Field(() => ID, { description: 'Unified social credit code (统一社会信用代码)' })
  code!: string;

  /** In three languages; the resolver answers one. */
  names!: LocalizedName;

  @Field(() => DivisionCodeScalar, { description: 'Division (行政区划代码)' })
  division!: string;
}

/** A row of the files as the API shows it. */
export const presentAuthority = ({
  code,
  name,
  division,
}: Pick<AuthorityRow, 'code' | 'name' | 'division'>): Authority => ({
  code,
  names: name,
  division,
});
