import { Injectable } from '@nestjs/common';
import { type Holder, KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { FindApplications } from '../application/index.js';
import { Catalogue } from '../catalogue/index.js';

/** For whom and by whom a certificate is used. */
export interface PlaceOfUse {
  /** Unified social credit code of the authority that uses it. */
  readonly authority: string;
  /** Whose case it is, if it is a case. */
  readonly applicant?: Holder;
}

/** Where a scan belongs. */
interface Scan {
  readonly item?: string;
  readonly application?: string;
  readonly division: string;
}

/** Finds out for whom a clerk scans: the authority the clerk works for, the case if there is one. */
@Injectable()
export class CaseOfUse {
  constructor(
    private readonly applications: FindApplications,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws APPLICATION_UNKNOWN for a case the clerk may not read, BAD_INPUT for one of another item, ITEM_UNKNOWN, FORBIDDEN */
  async find(caller: Caller, { item, application: id, division }: Scan): Promise<PlaceOfUse> {
    if (item !== undefined) this.catalogue.item(item, 'input.item');
    if (id === undefined) return { authority: caller.authority ?? this.implementing(item, division) };
    const application = await this.applications.visible({ id }, caller, 'input.application');
    if (application.item !== item) {
      const params = { constraint: 'isItemOfCase', limit: application.item, reason: 'is not the item of the case' };
      throw new KuashiError('BAD_INPUT', { field: 'input.item', params });
    }
    return { authority: caller.authority ?? application.authority, applicant: application.applicant };
  }

  /** Who acts for every authority of the city acts for the one that carries the item out. @throws FORBIDDEN, ITEM_NOT_OFFERED */
  private implementing(item: string | undefined, division: string): string {
    if (item === undefined) throw new KuashiError('FORBIDDEN', { field: 'input.item' });
    const offered = this.catalogue.implementations(item);
    const there = offered.find((each) => each.division === division) ?? offered[0];
    if (there) return there.authority;
    throw new KuashiError('ITEM_NOT_OFFERED', { field: 'input.item', params: { item, division } });
  }
}
