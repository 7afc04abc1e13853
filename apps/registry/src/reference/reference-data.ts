import type { Bundle, CertificateType, ProvinceSeeds, RecognitionRule, ServiceItem } from '#seeds';

/**
 * What the province publishes, as its files say: items, certificate types, bundles and recognition rules. Read once at
 * start and held in memory: small, the same for every caller, changed only by a new release of the files.
 */
export class ReferenceData {
  readonly items: readonly ServiceItem[];
  readonly certificateTypes: readonly CertificateType[];
  readonly bundles: readonly Bundle[];
  readonly recognitionRules: readonly RecognitionRule[];

  constructor(province: Pick<ProvinceSeeds, 'items' | 'certificateTypes' | 'bundles' | 'recognitionRules'>) {
    this.items = province.items;
    this.certificateTypes = province.certificateTypes;
    this.bundles = province.bundles;
    this.recognitionRules = province.recognitionRules;
  }
}
