import { Injectable } from '@nestjs/common';
import type { Page } from '#libs/platform';
import { NameIndex, type PageWish, pageOfHits, ReferenceData } from '../reference/index.js';
import { type Bundle, presentBundle } from './bundle.model.js';
import { Audience } from './vocabulary.js';

/** Finds bundles (一件事) by name and audience. */
@Injectable()
export class FindBundles {
  private readonly bundles: readonly Bundle[];
  private readonly names: NameIndex<Bundle>;

  constructor(reference: ReferenceData) {
    this.bundles = reference.bundles.map(presentBundle);
    this.names = new NameIndex(this.bundles);
  }

  async page(filter: { search?: string; audience?: Audience }, wish: PageWish): Promise<Page<Bundle>> {
    const named = await this.names.search(filter.search);
    const hits = named.filter(
      ({ row: { audience } }) => !filter.audience || audience === filter.audience || audience === Audience.BOTH,
    );
    return pageOfHits(this.bundles.length, hits, wish);
  }
}
