import { hash } from 'node:crypto';
import type { Bundle, CertificateType, LocalizedName, ProvinceSeeds, RecognitionRule, ServiceItem } from '#seeds';

/**
 * What the province publishes, as its files say: items, certificate types, bundles and recognition rules. Read once at
 * start and held in memory: small, the same for every caller, changed only by a new release of the files.
 */
export class ReferenceData {
  readonly items: readonly ServiceItem[];
  readonly certificateTypes: readonly CertificateType[];
  /** What every claim of the types is called. */
  readonly claimNames: ProvinceSeeds['claimNames'];
  /** What the departments of items and types are called. */
  readonly departmentNames: ProvinceSeeds['departmentNames'];
  readonly bundles: readonly Bundle[];
  readonly recognitionRules: readonly RecognitionRule[];

  private known?: string;

  constructor(
    province: Pick<
      ProvinceSeeds,
      'items' | 'certificateTypes' | 'claimNames' | 'departmentNames' | 'bundles' | 'recognitionRules'
    >,
  ) {
    this.items = province.items;
    this.certificateTypes = province.certificateTypes;
    this.claimNames = province.claimNames;
    this.departmentNames = province.departmentNames;
    this.bundles = province.bundles;
    this.recognitionRules = province.recognitionRules;
  }

  /** A claim of certificates in three languages. */
  claimName(claim: string): LocalizedName {
    return this.claimNames.get(claim) ?? { zhHans: claim, zhHant: claim, en: claim };
  }

  /** A department in three languages; one that no file names is called as it is written. */
  departmentName(zhHans: string): LocalizedName {
    return this.departmentNames.get(zhHans) ?? { zhHans, zhHant: zhHans, en: zhHans };
  }

  /** Changes with the files: what others keep of the catalogue holds for one version of it. */
  get version(): string {
    const { items, certificateTypes, bundles, recognitionRules } = this;
    const names = [...this.claimNames, ...this.departmentNames];
    const all = { items, certificateTypes, names, bundles, recognitionRules };
    return (this.known ??= hash('sha256', JSON.stringify(all), 'base64url').slice(0, 22));
  }
}
