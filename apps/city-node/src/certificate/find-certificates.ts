import { Injectable } from '@nestjs/common';
import { And, type FindOperator, type FindOptionsWhere, In, LessThan } from 'typeorm';
import { type Holder, KuashiError, parseId } from '#libs/kernel';
import { Database, findRow } from '#libs/persistence';
import { type Caller, decodeCursor, encodeCursor, type Page, pageOf } from '#libs/platform';
import { NodeContext } from '../node-context/index.js';
import { CertificateRecord } from './certificate-record.entity.js';
import { coOwnersOfAll, sharedWith } from './owners/index.js';
import { may } from './policies.js';

/** What a holder asks of the own certificates. */
export interface HolderQuery {
  readonly holder: Holder | undefined;
  /** Certificate type key. */
  readonly type?: string;
  readonly first: number;
  readonly after?: string;
}

const mostOfOneNumber = 100;

type Where = FindOptionsWhere<CertificateRecord>;
type Owned = Pick<CertificateRecord, 'id' | 'holder'>;

/** Reads the register. Newest first; the order is the same at every node, so that pages can be merged. */
@Injectable()
export class FindCertificates {
  constructor(
    private readonly database: Database,
    private readonly node: NodeContext,
  ) {}

  /** @throws ID_MALFORMED, ID_OF_OTHER_TYPE, CERTIFICATE_UNKNOWN */
  async byId(id: string, field = 'id'): Promise<CertificateRecord> {
    parseId(id, 'certificate', field);
    const record = await findRow(this.database.reads, CertificateRecord, { id });
    if (!record) throw new KuashiError('CERTIFICATE_UNKNOWN', { field, params: { certificate: id } });
    return record;
  }

  /** The one with this 电子证照标识, or null. */
  byIdentifier(identifier: string): Promise<CertificateRecord | null> {
    return this.database.reads.findOneBy(CertificateRecord, { identifier });
  }

  /** All of a kind that bear this number (证照编号), every version, newest first; at most 100. */
  byNumber(type: string, number: string): Promise<CertificateRecord[]> {
    const numberCode = this.node.numberCodeOf(type, number);
    if (numberCode === null) return Promise.resolve([]);
    const order = { issuedAt: 'DESC', id: 'DESC' } as const;
    return this.database.reads.find(CertificateRecord, { where: { numberCode }, order, take: mostOfOneNumber });
  }

  /** For a caller who names one. @throws those of `byId`, CERTIFICATE_NOT_YOURS */
  async readable(id: string, caller: Caller): Promise<CertificateRecord> {
    const record = await this.byId(id);
    const owners = await this.ownersOf(record);
    if (may('read', caller, { ...record, owners }, this.node.division)) return record;
    throw new KuashiError('CERTIFICATE_NOT_YOURS', { field: 'id', params: { certificate: id } });
  }

  /** In the order of the ids; null for what does not exist and for what the caller may not read. */
  async readableOf(ids: readonly string[], caller: Caller): Promise<(CertificateRecord | null)[]> {
    const rows = await this.database.reads.findBy(CertificateRecord, { id: In([...ids]) });
    const shared = new Set(caller.holder ? await sharedWith(this.database.reads, caller.holder) : []);
    const readable = rows.filter((record) => shared.has(record.id) || may('read', caller, record, this.node.division));
    return ids.map((id) => readable.find((record) => record.id === id) ?? null);
  }

  /** Everybody whose certificate it is: all owners of a thing, else its one holder. */
  async ownersOf(record: Owned): Promise<readonly Holder[]> {
    return (await this.ownersOfAll([record])).get(record.id) ?? [];
  }

  /** The same of a page of certificates, by their IDs; one query. */
  async ownersOfAll(records: readonly Owned[]): Promise<ReadonlyMap<string, readonly Holder[]>> {
    const several = await coOwnersOfAll(
      this.database.reads,
      records.map(({ id }) => id),
    );
    return new Map(
      records.map(({ id, holder }) => [id, several.get(id)?.map((owner) => owner.holder) ?? [holder as Holder]]),
    );
  }

  /** A holder's certificates, those owned with others too, newest first. */
  async page({ holder, type, first, after }: HolderQuery): Promise<Page<CertificateRecord>> {
    if (!holder) return pageOf<CertificateRecord>([], { first, after, totalCount: 0 }, cursorOf);
    const wanted = await this.of(holder, type === undefined ? {} : { type });
    const where = after === undefined ? wanted : wanted.flatMap((each) => beyond(each, after));
    const order = { issuedAt: 'DESC', id: 'DESC' } as const;
    const [rows, totalCount] = await Promise.all([
      this.database.reads.find(CertificateRecord, { where, order, take: first + 1 }),
      this.database.reads.countBy(CertificateRecord, wanted),
    ]);
    return pageOf(rows, { first, after, totalCount }, cursorOf);
  }

  /** A holder's certificates of some types, whatever their status. */
  async ofTypes(holder: Holder, types: readonly string[]): Promise<CertificateRecord[]> {
    return this.database.reads.find(CertificateRecord, {
      where: await this.of(holder, { type: In([...types]) }),
      order: { issuedAt: 'DESC', id: 'DESC' },
    });
  }

  /** The holder's own, and what is owned with others: two ways in, each by an index. */
  private async of(holder: Holder, where: Where): Promise<Where[]> {
    const shared = await sharedWith(this.database.reads, holder);
    return [{ ...where, holder }, ...(shared.length > 0 ? [{ ...where, id: In(shared) }] : [])];
  }
}

const cursorOf = (record: CertificateRecord): string => encodeCursor(record.issuedAt, record.id, 'descending');

/** The rows after a cursor. @throws BAD_INPUT */
function beyond(wanted: Where, after: string): Where[] {
  const { sortKey, id } = decodeCursor(after, 'descending');
  const issuedAt = new Date(sortKey);
  return [
    { ...wanted, issuedAt: LessThan(issuedAt) },
    { ...wanted, issuedAt, id: wanted.id ? And(wanted.id as FindOperator<string>, LessThan(id)) : LessThan(id) },
  ];
}
