import { Injectable } from '@nestjs/common';
import { type Status, StatusList } from '#libs/credential';
import { Database } from '#libs/persistence';
import { CertificateRecord } from '../certificate-record.entity.js';
import { certificateStatuses, publishedStatus, type CertificateStatus } from '../certificate-states.js';
import { StatusEntry } from './status-entry.entity.js';
import { statusListSize } from './status-list-address.js';

/** A change of one entry. */
export interface EntryChange extends Pick<StatusEntry, 'list' | 'index'> {
  readonly status: Status;
}

/** A packed list and how often it has changed. */
export interface KeptList {
  readonly packed: StatusList;
  readonly version: number;
}

/** What the lists show otherwise than as valid; everything else needs no bit. */
const shown = certificateStatuses.filter((status) => publishedStatus[status] !== 'valid');

/**
 * The packed status lists, in memory: built from the register when the first of them is asked for, then changed entry
 * by entry as units of work commit. The register stays the one source of truth: a restart builds them anew.
 */
@Injectable()
export class StatusLists {
  private lists?: Promise<Map<number, KeptList>>;

  constructor(private readonly database: Database) {}

  /** The list of this number as the register has it now; undefined when none of its places was ever drawn. */
  async find(list: number): Promise<KeptList | undefined> {
    const lists = await this.all();
    if (!lists.has(list) && (await this.isOpen(list))) lists.set(list, lists.get(list) ?? emptyList());
    return lists.get(list);
  }

  /** Told once a change is on disk: every list found afterwards has it. */
  changed(changes: readonly EntryChange[]): void {
    // Before the first reading there is nothing to change; during it, changes wait: the reading may have missed them.
    void this.lists?.then(
      (lists) => changes.forEach((change) => apply(lists, change)),
      () => undefined,
    );
  }

  private all(): Promise<Map<number, KeptList>> {
    const lists = (this.lists ??= this.read());
    lists.catch(() => (this.lists = undefined));
    return lists;
  }

  /** A node's first list exists from the start. */
  private async isOpen(list: number): Promise<boolean> {
    return list === 1 || (await this.database.reads.existsBy(StatusEntry, { list }));
  }

  private async read(): Promise<Map<number, KeptList>> {
    const rows = await this.database.reads
      .createQueryBuilder(StatusEntry, 'entry')
      .innerJoin(CertificateRecord, 'certificate', 'certificate.id = entry.certificate')
      .select(['entry.list AS list', 'entry.index AS place', 'certificate.status AS status'])
      .where('certificate.status IN (:...shown)', { shown })
      .getRawMany<{ list: number; place: number; status: CertificateStatus }>();
    const lists = new Map<number, KeptList>();
    for (const { list, place: index, status } of rows) apply(lists, { list, index, status: publishedStatus[status] });
    return lists;
  }
}

const emptyList = (): KeptList => ({ packed: new StatusList(statusListSize), version: 0 });

function apply(lists: Map<number, KeptList>, { list, index, status }: EntryChange): void {
  const { packed, version } = lists.get(list) ?? emptyList();
  packed.set(index, status);
  lists.set(list, { packed, version: version + 1 });
}
