import { Injectable } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { decodeCursor, encodeCursor, pageOf, type Caller, type Page, type PageArgs } from '#libs/platform';
import { In } from 'typeorm';
import { NodeContext } from '../node-context/index.js';
import { IntakeRecord } from './intake-record.entity.js';
import { assertMayList, mayRead } from './policies.js';

/** Which page of a window's intakes. */
export interface IntakeList extends Pick<PageArgs, 'first' | 'after'> {
  readonly window: string;
}

/** Reads intakes. Whatever a caller may not read does not exist for that caller. */
@Injectable()
export class FindIntakes {
  constructor(
    private readonly database: Database,
    private readonly node: NodeContext,
  ) {}

  /** @throws INTAKE_UNKNOWN */
  async visible(where: { id: string } | { receiptNo: string }, caller: Caller): Promise<IntakeRecord> {
    const intake = await this.database.reads.findOneBy(IntakeRecord, where);
    if (intake && mayRead(caller, intake, this.node.division)) return intake;
    throw new KuashiError('INTAKE_UNKNOWN', { field: Object.keys(where)[0] });
  }

  /** In the order of the ids; null for what the caller may not read. */
  async allVisible(ids: readonly string[], caller: Caller): Promise<(IntakeRecord | null)[]> {
    const found = await this.database.reads.findBy(IntakeRecord, { id: In([...ids]) });
    const readable = found.filter((intake) => mayRead(caller, intake, this.node.division));
    return ids.map((id) => readable.find((intake) => intake.id === id) ?? null);
  }

  /** A window's intakes, newest first. @throws FORBIDDEN */
  async ofWindow(caller: Caller, { window, first, after }: IntakeList): Promise<Page<IntakeRecord>> {
    assertMayList(caller, window, this.node.division);
    const rows = this.database.reads.createQueryBuilder(IntakeRecord, 'i').where('i.window = :window', { window });
    const totalCount = await rows.getCount();
    if (after !== undefined && after !== null) {
      const { sortKey, id } = decodeCursor(after, 'descending');
      rows.andWhere('(i.receivedAt, i.id) < (:sortKey, :id)', { sortKey, id });
    }
    const found = await rows
      .orderBy('i.receivedAt', 'DESC')
      .addOrderBy('i.id', 'DESC')
      .take(first + 1)
      .getMany();
    return pageOf(found, { first, after, totalCount }, (row) => encodeCursor(row.receivedAt, row.id, 'descending'));
  }
}
