import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '#libs/platform';
import type { Bundle as BundleRow, LocalizedName } from '#seeds';
import { enumName } from '../reference/index.js';
import { Audience } from './vocabulary.js';

/** Items that one occasion of life needs together (一件事一次办). */
@ObjectType({ description: 'Items that one occasion needs together (一件事一次办)' })
export class Bundle {
  @Field(() => ID, { description: 'Key, e.g. `enterprise-start-up` (一件事键)' })
  key!: string;

  /** In three languages; the resolver answers one. */
  names!: LocalizedName;

  @Field(() => Audience, { description: 'For whom (服务对象)' })
  audience!: Audience;

  /** Keys of the items; the resolver answers the items. */
  itemKeys!: readonly string[];

  @Field(() => String, { description: 'Document the row comes from (来源文件)' })
  source!: string;

  @Field(() => String, { description: 'How sure the row is (来源可信度)' })
  sourceConfidence!: string;
}

/** A page of bundles. */
@ObjectType({ description: 'A page of bundles (一件事目录分页)' })
export class BundleConnection extends ConnectionOf(Bundle) {}

/** A row of the files as the API shows it. */
export function presentBundle({ name, items, ...rest }: BundleRow): Bundle {
  return {
    ...rest,
    names: name,
    itemKeys: items,
    audience: Audience[enumName(rest.audience) as keyof typeof Audience],
  };
}
