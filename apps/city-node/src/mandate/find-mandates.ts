import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, LessThan } from 'typeorm';
import { KuashiError, parseId } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { type Caller, decodeCursor, encodeCursor, type Page, pageOf } from '#libs/platform';
import { MandateRecord } from './mandate.entity.js';
import { sideOf } from './policies.js';

type Where = FindOptionsWhere<MandateRecord>;

/** Which of the caller's mandates. */
export interface MandateQuery {
  /** Those the caller has given, or those the caller has been given. */
  readonly as: 'principal' | 'agent';
  readonly first: number;
  readonly after?: string;
}

/** Reads mandates: only their principal and their agent know of them. */
@Injectable()
export class FindMandates {
  constructor(private readonly database: Database) {}

  /** @throws ID_MALFORMED, ID_OF_OTHER_TYPE, MANDATE_UNKNOWN */
  async byId(id: string, field = 'id'): Promise<MandateRecord> {
    parseId(id, 'mandate', field);
    const record = await this.database.reads.findOneBy(MandateRecord, { id });
    if (!record) throw new KuashiError('MANDATE_UNKNOWN', { field, params: { mandate: id } });
    return record;
  }

  /** For a caller who names one. @throws those of `byId`; a stranger learns nothing of it */
  async readable(id: string, caller: Caller): Promise<MandateRecord> {
    const record = await this.byId(id);
    if (sideOf(caller, record)) return record;
    throw new KuashiError('MANDATE_UNKNOWN', { field: 'id', params: { mandate: id } });
  }

  /** In the order of the ids; null for what does not exist and for what is not the caller's. */
  async readableOf(ids: readonly string[], caller: Caller): Promise<(MandateRecord | null)[]> {
    const rows = await this.database.reads.findBy(MandateRecord, { id: In([...ids]) });
    return ids.map((id) => rows.find((row) => row.id === id && sideOf(caller, row) !== undefined) ?? null);
  }

  /** The caller's, newest first. */
  async page({ holder }: Caller, { as, first, after }: MandateQuery): Promise<Page<MandateRecord>> {
    if (!holder) return pageOf<MandateRecord>([], { first, after, totalCount: 0 }, cursorOf);
    const wanted: Where = { [as]: holder };
    const [rows, totalCount] = await Promise.all([
      this.database.reads.find(MandateRecord, {
        where: after === undefined ? wanted : beyond(wanted, after),
        order: { grantedAt: 'DESC', id: 'DESC' },
        take: first + 1,
      }),
      this.database.reads.countBy(MandateRecord, wanted),
    ]);
    return pageOf(rows, { first, after, totalCount }, cursorOf);
  }
}

const cursorOf = ({ grantedAt, id }: MandateRecord): string => encodeCursor(grantedAt, id, 'descending');

/** The rows after a cursor. @throws BAD_INPUT */
function beyond(wanted: Where, after: string): Where[] {
  const { sortKey, id } = decodeCursor(after, 'descending');
  const grantedAt = new Date(sortKey);
  return [
    { ...wanted, grantedAt: LessThan(grantedAt) },
    { ...wanted, grantedAt, id: LessThan(id) },
  ];
}
