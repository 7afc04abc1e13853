import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, LessThan } from 'typeorm';
import type { Holder } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { type Caller, decodeCursor, encodeCursor, type Page, pageOf } from '#libs/platform';
import { sharedWith } from '../certificate/index.js';
import { CertificateUseRecord } from './certificate-use.entity.js';

type Where = FindOptionsWhere<CertificateUseRecord>;

/** What a holder asks of the own record of uses. */
export interface UseQuery {
  readonly holder: Holder | undefined;
  /** Certificate ID. */
  readonly certificate?: string;
  readonly first: number;
  readonly after?: string;
}

/**
 * Reads the holder's record of uses (我的用证记录). Each use is told by the node that owns the certificate, and by it
 * alone, so that a use between two cities is not counted twice.
 */
@Injectable()
export class FindUses {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async page({ holder, certificate, first, after }: UseQuery): Promise<Page<CertificateUseRecord>> {
    if (!holder) return pageOf<CertificateUseRecord>([], { first, after, totalCount: 0 }, cursorOf);
    const wanted = await this.of(holder, certificate === undefined ? {} : { certificate });
    const [rows, totalCount] = await Promise.all([
      this.database.reads.find(CertificateUseRecord, {
        where: after === undefined ? wanted : wanted.flatMap((each) => beyond(each, after)),
        order: { usedAt: 'DESC', id: 'DESC' },
        take: first + 1,
      }),
      this.database.reads.countBy(CertificateUseRecord, wanted),
    ]);
    return pageOf(rows, { first, after, totalCount }, cursorOf);
  }

  /** In the order of the ids; null for what does not exist and for what is not the caller's. */
  async readableOf(ids: readonly string[], { holder }: Caller): Promise<(CertificateUseRecord | null)[]> {
    if (!holder) return ids.map(() => null);
    const wanted = await this.of(holder, { id: In([...ids]) });
    const rows = await this.database.reads.findBy(CertificateUseRecord, wanted);
    return ids.map((id) => rows.find((row) => row.id === id) ?? null);
  }

  /** Uses of what is the holder's alone, and of what the holder owns with others. */
  private async of(holder: Holder, more: Where): Promise<Where[]> {
    const own: Where = { ...more, side: 'GIVEN', holder };
    const shared = await sharedWith(this.database.reads, holder);
    const asked = shared.filter((certificate) => more.certificate === undefined || more.certificate === certificate);
    return asked.length === 0 ? [own] : [own, { ...more, side: 'GIVEN', certificate: In(asked) }];
  }
}

const cursorOf = (use: CertificateUseRecord): string => encodeCursor(use.usedAt, use.id, 'descending');

/** The rows after a cursor. @throws BAD_INPUT */
function beyond(wanted: Where, after: string): Where[] {
  const { sortKey, id } = decodeCursor(after, 'descending');
  const usedAt = new Date(sortKey);
  return [
    { ...wanted, usedAt: LessThan(usedAt) },
    { ...wanted, usedAt, id: LessThan(id) },
  ];
}
