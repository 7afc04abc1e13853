import { Injectable } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { decodeCursor, encodeCursor, pageOf, type Caller, type Page, type PageArgs } from '#libs/platform';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { NodeContext } from '../../node-context/index.js';
import type { ApplicationState } from '../rules/vocabulary.js';
import { ApplicationRecord } from './application-record.entity.js';

/** Which cases, and which page of them. */
export interface ListRequest extends Pick<PageArgs, 'first' | 'after'> {
  readonly state?: ApplicationState;
  /** City or county whose authorities decide */
  readonly division?: string;
}

type Rows = SelectQueryBuilder<ApplicationRecord>;

/** Lists cases. One's own newest first; an officer's worklist oldest first. */
@Injectable()
export class ListApplications {
  constructor(
    private readonly database: Database,
    private readonly node: NodeContext,
  ) {}

  /** Cases of which the caller is applicant or agent. */
  mine({ holder }: Caller, request: ListRequest): Promise<Page<ApplicationRecord>> {
    const own = new Brackets((where) =>
      where.where('a.applicant = :holder', { holder }).orWhere('a.agent = :holder', { holder }),
    );
    return this.page(this.rows(request).andWhere(own), request, 'descending');
  }

  /** Cases that an officer's authority decides; without an authority of one's own, those of every authority. @throws FORBIDDEN */
  async toHandle({ authority, city }: Caller, request: ListRequest): Promise<Page<ApplicationRecord>> {
    if (city !== this.node.division) throw new KuashiError('FORBIDDEN');
    const rows = this.rows(request);
    if (authority !== undefined) rows.andWhere('a.authority = :authority', { authority });
    return this.page(rows, request, 'ascending');
  }

  private rows({ state, division }: ListRequest): Rows {
    const rows = this.database.reads.createQueryBuilder(ApplicationRecord, 'a').where('1 = 1');
    if (state !== undefined) rows.andWhere('a.state = :state', { state });
    // A city's code means its counties too.
    if (division?.endsWith('00') === false) rows.andWhere('a.competentDivision = :division', { division });
    return rows;
  }

  private async page(
    rows: Rows,
    { first, after }: ListRequest,
    order: 'ascending' | 'descending',
  ): Promise<Page<ApplicationRecord>> {
    const totalCount = await rows.getCount();
    const direction = order === 'ascending' ? 'ASC' : 'DESC';
    if (after !== undefined && after !== null) {
      const { sortKey, id } = decodeCursor(after, order);
      rows.andWhere(`(a.submittedAt, a.id) ${order === 'ascending' ? '>' : '<'} (:sortKey, :id)`, { sortKey, id });
    }
    const found = await rows
      .orderBy('a.submittedAt', direction)
      .addOrderBy('a.id', direction)
      .take(first + 1)
      .getMany();
    return pageOf(found, { first, after, totalCount }, (row) => encodeCursor(row.submittedAt, row.id, order));
  }
}
