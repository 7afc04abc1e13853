import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, LessThan } from 'typeorm';
import { KuashiError } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { type Caller, decodeCursor, encodeCursor, type Page, type PageArgs, pageOf } from '#libs/platform';
import { NodeContext } from '../node-context/index.js';
import { DisputeRecord } from './dispute.entity.js';
import type { DisputeState } from './dispute-rules.js';
import { mayRead, scopesOf } from './policies.js';

/** Which page of a city's disputes. */
export interface DisputeList extends Pick<PageArgs, 'first' | 'after'> {
  readonly state?: DisputeState;
}

/** Reads disputes. Whatever a caller may not read does not exist for that caller. */
@Injectable()
export class FindDisputes {
  constructor(
    private readonly database: Database,
    private readonly node: NodeContext,
  ) {}

  /** @throws DISPUTE_UNKNOWN */
  async visible(id: string, caller: Caller): Promise<DisputeRecord> {
    const [dispute] = await this.allVisible([id], caller);
    if (dispute) return dispute;
    throw new KuashiError('DISPUTE_UNKNOWN', { field: 'input.dispute', params: { dispute: id } });
  }

  /** In the order of the ids; null for what the caller may not read. */
  async allVisible(ids: readonly string[], caller: Caller): Promise<(DisputeRecord | null)[]> {
    const found = await this.database.reads.findBy(DisputeRecord, { id: In([...ids]) });
    const readable = found.filter((dispute) => mayRead(caller, dispute, this.node.division));
    return ids.map((id) => readable.find((dispute) => dispute.id === id) ?? null);
  }

  /** The one about a use, if there is one the caller may read. */
  async aboutUse(use: string, caller: Caller): Promise<DisputeRecord | null> {
    const found = await this.database.reads.findOneBy(DisputeRecord, { use });
    return found && mayRead(caller, found, this.node.division) ? found : null;
  }

  /** The city's as owner and as verifier, newest first; an authority's own where the caller works for one. @throws FORBIDDEN */
  async page(caller: Caller, { state, first, after }: DisputeList): Promise<Page<DisputeRecord>> {
    const scopes = scopesOf(caller, this.node.division).map((scope) => ({ ...scope, ...(state && { state }) }));
    if (scopes.length === 0) throw new KuashiError('FORBIDDEN', { field: 'city' });
    const where = after === undefined ? scopes : scopes.flatMap((scope) => beyond(scope, after));
    const order = { raisedAt: 'DESC', id: 'DESC' } as const;
    const [rows, totalCount] = await Promise.all([
      this.database.reads.find(DisputeRecord, { where, order, take: first + 1 }),
      this.database.reads.countBy(DisputeRecord, scopes),
    ]);
    return pageOf(rows, { first, after, totalCount }, cursorOf);
  }
}

const cursorOf = (dispute: DisputeRecord): string => encodeCursor(dispute.raisedAt, dispute.id, 'descending');

/** The rows after a cursor. @throws BAD_INPUT */
function beyond(wanted: FindOptionsWhere<DisputeRecord>, after: string): FindOptionsWhere<DisputeRecord>[] {
  const { sortKey, id } = decodeCursor(after, 'descending');
  const raisedAt = new Date(sortKey);
  return [
    { ...wanted, raisedAt: LessThan(raisedAt) },
    { ...wanted, raisedAt, id: LessThan(id) },
  ];
}
