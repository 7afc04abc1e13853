import { Injectable } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import type { Page } from '#libs/platform';
import { NameIndex, type PageWish, pageOfHits, ReferenceData } from '../reference/index.js';
import { type CertificateType, type HolderKind, presentCertificateType } from './certificate-type.model.js';

/** What narrows the directory; an absent field narrows nothing. */
export interface CertificateTypeFilter {
  readonly search?: string;
  readonly domain?: string;
  readonly holderKind?: HolderKind;
}

/** Finds certificate types by key, by name and by what they are about. */
@Injectable()
export class FindCertificateTypes {
  private readonly types: readonly CertificateType[];
  private readonly byKeyMap: ReadonlyMap<string, CertificateType>;
  private readonly names: NameIndex<CertificateType>;

  constructor(reference: ReferenceData) {
    this.types = reference.certificateTypes.map(presentCertificateType);
    this.byKeyMap = new Map(this.types.map((type) => [type.key, type]));
    this.names = new NameIndex(this.types);
  }

  /** @throws CERTIFICATE_TYPE_UNKNOWN */
  byKey(key: string, field = 'key'): CertificateType {
    const type = this.byKeyMap.get(key);
    if (!type) throw new KuashiError('CERTIFICATE_TYPE_UNKNOWN', { field, params: { type: key } });
    return type;
  }

  /** One element for each key, in their order; null for a key that is not known. */
  byKeys(keys: readonly string[]): (CertificateType | null)[] {
    return keys.map((key) => this.byKeyMap.get(key) ?? null);
  }

  async page(filter: CertificateTypeFilter, wish: PageWish): Promise<Page<CertificateType>> {
    const named = await this.names.search(filter.search);
    const hits = named.filter(
      ({ row: type }) =>
        (!filter.domain || type.domain === filter.domain) &&
        (!filter.holderKind || type.holderKind === filter.holderKind),
    );
    return pageOfHits(this.types.length, hits, wish);
  }
}
