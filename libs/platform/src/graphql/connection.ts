import type { Type } from '@nestjs/common';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** Relay's PageInfo. */
@ObjectType({ description: 'Where a page stands in its list (分页信息)' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether entries follow this page (有无下一页)' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether entries precede this page (有无上一页)' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first entry (首条游标)' })
  startCursor?: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last entry (末条游标)' })
  endCursor?: string | null;
}

/** One entry of a connection. */
export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A page of a list, as resolvers return it. */
export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
  readonly unavailableCities?: readonly string[] | null;
}

/**
 * The Relay connection type over an object type. Use:
 * `@ObjectType() export class CertificateConnection extends ConnectionOf(Certificate) {}`;
 * the edge type is called `CertificateEdge`.
 */
export function ConnectionOf<T>(node: Type<T>): Type<Page<T>> {
  @ObjectType(`${node.name}Edge`, { description: 'An entry of the list (列表条目)' })
  class EdgeType implements Edge<T> {
    @Field(() => String, { description: 'Position of the entry; the same for every city (游标)' })
    cursor!: string;

    @Field(() => node, { description: 'The entry (条目)' })
    node!: T;
  }

  @ObjectType({ isAbstract: true })
  abstract class ConnectionType implements Page<T> {
    @Field(() => [EdgeType], { description: 'The entries of this page, in order (本页条目)' })
    edges!: EdgeType[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list (分页信息)' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many entries there are in the cities that answered (总数)' })
    totalCount!: number;

    @Field(() => [ID], {
      nullable: true,
      description: 'Cities that did not answer; their entries are missing (未答复的城市)',
    })
    unavailableCities?: string[] | null;
  }
  return ConnectionType as unknown as Type<Page<T>>;
}

/**
 * A page from rows read with a limit of `first + 1`: the row too many only says that another page follows.
 * @param page.after whether the page began after a cursor.
 */
export function pageOf<T>(
  rows: readonly T[],
  page: { first: number; after?: string | null; totalCount: number },
  cursorOf: (row: T) => string,
): Page<T> {
  const edges = rows.slice(0, page.first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== undefined && page.after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
    unavailableCities: null,
  };
}
