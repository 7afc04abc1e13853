import { Injectable } from '@nestjs/common';
import { type HandlingMode } from '#libs/contract';
import { KuashiError } from '#libs/kernel';
import type { Page } from '#libs/platform';
import { NameIndex, type PageWish, pageOfHits, ReferenceData } from '../reference/index.js';
import { presentServiceItem, type ServiceItem } from './service-item.model.js';
import { Audience } from './vocabulary.js';

/** What narrows the catalogue; an absent field narrows nothing. */
export interface ServiceItemFilter {
  readonly search?: string;
  readonly domain?: string;
  readonly audience?: Audience;
  readonly mode?: HandlingMode;
}

/** Finds items of the basic catalogue (基本目录) by key, by name and by kind. */
@Injectable()
export class FindServiceItems {
  private readonly items: readonly ServiceItem[];
  private readonly byKeyMap: ReadonlyMap<string, ServiceItem>;
  private readonly names: NameIndex<ServiceItem>;

  constructor(reference: ReferenceData) {
    this.items = reference.items.map(presentServiceItem);
    this.byKeyMap = new Map(this.items.map((item) => [item.key, item]));
    this.names = new NameIndex(this.items);
  }

  /** @throws ITEM_UNKNOWN */
  byKey(key: string, field = 'key'): ServiceItem {
    const item = this.byKeyMap.get(key);
    if (!item) throw new KuashiError('ITEM_UNKNOWN', { field, params: { item: key } });
    return item;
  }

  /** One element for each key, in their order; null for a key that is not known. */
  byKeys(keys: readonly string[]): (ServiceItem | null)[] {
    return keys.map((key) => this.byKeyMap.get(key) ?? null);
  }

  async page(filter: ServiceItemFilter, wish: PageWish): Promise<Page<ServiceItem>> {
    const hits = (await this.names.search(filter.search)).filter(({ row }) => matches(row, filter));
    return pageOfHits(this.items.length, hits, wish);
  }
}

/** An item for both audiences is for each of them. */
function matches(item: ServiceItem, { domain, audience, mode }: ServiceItemFilter): boolean {
  return (
    (!domain || item.domain === domain) &&
    (!audience || item.audience === audience || item.audience === Audience.BOTH) &&
    (!mode || item.modes.includes(mode))
  );
}
