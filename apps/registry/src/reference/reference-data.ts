import { hash } from 'node:crypto';
import type { Bundle, CertificateType, ProvinceSeeds, RecognitionRule, ServiceItem } from '#seeds';

/**
 * What the province publishes, as its files say: items, certificate types, bundles and recognition rules. Read once at
 * start and held in memory: small, the same for every caller, changed only by a new release of the files.
 */
export class ReferenceData {
  readonly items: readonly ServiceItem[];
  readonly certificateTypes: readonly CertificateType[];
  /** What every claim of the types is called. */
  readonly claimNames: ProvinceSeeds['claimNames'];
  readonly bundles: readonly Bundle[];
  readonly recognitionRules: readonly RecognitionRule[];

  private known?: string;

  constructor(
    province: Pick<ProvinceSeeds, 'items' | 'certificateTypes' | 'claimNames' | 'bundles' | 'recognitionRules'>,
  ) {
    this.items = province.items;
    this.certificateTypes = province.certificateTypes;
    this.claimNames = province.claimNames;
    this.bundles = province.bundles;
    this.recognitionRules = province.recognitionRules;
  }

  /** Changes with the files: what others keep of the catalogue holds for one version of it. */
  get version(): string {
    const { items, certificateTypes, claimNames, bundles, recognitionRules } = this;
    const all = { items, certificateTypes, claimNames, bundles, recognitionRules };
    return (this.known ??= hash('sha256', JSON.stringify(all), 'base64url').slice(0, 22));
  }
}
