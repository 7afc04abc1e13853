import { cityOf, type DivisionCode, KuashiError, localDateOf } from '#libs/kernel';
import {
  type Authority,
  type Centre,
  type CertificateType,
  type CitySeeds,
  type DescribedType,
  describeType,
  type Implementation,
  type MaterialRequirement,
  type ProvinceSeeds,
  recognitionLevel,
  type RecognitionRule,
  type ServiceItem,
  type Window,
} from '#seeds';

/** The question put to the recognition rules: this kind, from there, accepted there, for that use. */
export interface RecognitionQuestion {
  /** Certificate type key. */
  readonly type: string;
  /** Division of the node that issued it. */
  readonly issuing: DivisionCode;
  /** Division that accepts it; this node's unless given. */
  readonly accepting?: DivisionCode;
  /** Service item key. */
  readonly item: string;
  /** What it is used for: `application`. */
  readonly purpose: string;
}

/** The rules' verdict: a level R0 to R5 and the rule it rests on (none: the default R0, or the own city's R5). */
export interface RecognitionVerdict {
  readonly level: RecognitionRule['level'];
  readonly rule?: RecognitionRule;
}

type Province = Omit<ProvinceSeeds, 'division' | 'name'>;
/** What belongs to the node's own division: a city's files, or the province's for the province's node. */
type Own = Pick<CitySeeds, 'division' | 'authorities' | 'centres' | 'windows' | 'implementations'>;

/**
 * The node's copy of what the province and its own division publish: items, materials, implementations (实施清单),
 * certificate types, authorities, centres, windows and recognition rules. Reference data, read from files at start
 * and held in memory; look-ups are synchronous.
 */
export class Catalogue {
  /** The division of this node. */
  readonly division: DivisionCode;
  readonly authorities: readonly Authority[];
  readonly centres: readonly Centre[];
  readonly windows: readonly Window[];
  private readonly items: ReadonlyMap<string, ServiceItem>;
  private readonly types: ReadonlyMap<string, CertificateType>;
  private readonly offered: ReadonlyMap<string, readonly Implementation[]>;
  private byCode?: ReadonlyMap<string, Implementation>;
  private readonly rules: ReadonlyMap<string, readonly RecognitionRule[]>;

  constructor(
    private readonly province: Pick<
      Province,
      'items' | 'certificateTypes' | 'claimNames' | 'recognitionRules' | 'authorities'
    >,
    own: Own,
  ) {
    this.division = own.division;
    this.authorities = own.authorities;
    this.centres = own.centres;
    this.windows = own.windows;
    this.items = new Map(province.items.map((item) => [item.key, item]));
    this.types = new Map(province.certificateTypes.map((type) => [type.key, type]));
    this.offered = groupBy(own.implementations, ({ item }) => item);
    this.rules = groupBy(province.recognitionRules, ({ type }) => type);
  }

  /** Whether a division is this node's own or one of its counties. */
  serves(division: DivisionCode): boolean {
    return cityOf(division) === this.division;
  }

  /** @throws ITEM_UNKNOWN */
  item(key: string, field = 'item'): ServiceItem {
    const item = this.items.get(key);
    if (!item) throw new KuashiError('ITEM_UNKNOWN', { field, params: { item: key } });
    return item;
  }

  /** Whether the basic catalogue has the item. */
  hasItem(key: string): boolean {
    return this.items.has(key);
  }

  /** @throws ITEM_UNKNOWN, MATERIAL_UNKNOWN */
  material(item: string, key: string, field = 'material'): MaterialRequirement {
    const material = this.item(item).materials.find((candidate) => candidate.key === key);
    if (!material) throw new KuashiError('MATERIAL_UNKNOWN', { field, params: { item, material: key } });
    return material;
  }

  /** The implementation that a division (city or county of this node) offers. @throws ITEM_UNKNOWN, ITEM_NOT_OFFERED */
  implementation(item: string, division: DivisionCode, field = 'division'): Implementation {
    this.item(item);
    const implementation = this.implementations(item).find((candidate) => candidate.division === division);
    if (!implementation) throw new KuashiError('ITEM_NOT_OFFERED', { field, params: { item, division } });
    return implementation;
  }

  /** All implementations of an item at this node, the city's own first. */
  implementations(item: string): readonly Implementation[] {
    return this.offered.get(item) ?? [];
  }

  /** Keys of the items that authorities of this node carry out. */
  offeredItems(): readonly string[] {
    return [...this.offered.keys()].filter((key) => this.items.has(key));
  }

  /** An implementation of this node by its code of 31 characters. */
  implementationByCode(code: string): Implementation | undefined {
    this.byCode ??= new Map([...this.offered.values()].flat().map((each) => [each.code, each]));
    return this.byCode.get(code);
  }

  /** @throws CERTIFICATE_TYPE_UNKNOWN */
  certificateType(key: string, field = 'type'): CertificateType {
    const type = this.types.get(key);
    if (!type) throw new KuashiError('CERTIFICATE_TYPE_UNKNOWN', { field, params: { type: key } });
    return type;
  }

  /** A type with the names of its claims, as wallets show it. @throws CERTIFICATE_TYPE_UNKNOWN */
  describedType(key: string): DescribedType {
    return describeType(this.certificateType(key), this.province);
  }

  /** Key and identifier code of every certificate type. */
  certificateTypes(): Iterable<CertificateType> {
    return this.types.values();
  }

  /** The recognition verdict for a use on the day of the instant. A county counts as its city. */
  recognition(question: RecognitionQuestion, at: Date): RecognitionVerdict {
    return recognitionLevel(this.rules.get(question.type) ?? [], {
      ...question,
      issuing: cityOf(question.issuing),
      accepting: cityOf(question.accepting ?? this.division),
      on: localDateOf(at),
    });
  }

  /** An authority of this node by its unified social credit code. @throws BAD_INPUT */
  authority(code: string, field = 'authority'): Authority {
    const authority = this.authorities.find((candidate) => candidate.code === code);
    if (authority) return authority;
    throw new KuashiError('BAD_INPUT', { field, params: { reason: 'is no authority of this city' } });
  }

  /** Who issues a type for people of this division: its own authorities and the province's. */
  issuersOf(type: string): readonly Authority[] {
    const known = new Map([...this.authorities, ...this.province.authorities].map((each) => [each.code, each]));
    return [...known.values()].filter(({ issues }) => issues.includes(type));
  }

  /** A window of this node. @throws WINDOW_UNKNOWN */
  window(id: string, field = 'window'): Window {
    const window = this.windows.find((candidate) => candidate.id === id);
    if (!window) throw new KuashiError('WINDOW_UNKNOWN', { field, params: { window: id } });
    return window;
  }

  /** The centre a window of this node belongs to. @throws WINDOW_UNKNOWN */
  centre(id: string, field = 'centre'): Centre {
    const centre = this.centres.find((candidate) => candidate.id === id);
    if (!centre) throw new KuashiError('WINDOW_UNKNOWN', { field, params: { window: id } });
    return centre;
  }
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
