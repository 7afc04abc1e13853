import { type DivisionCode, parseDivisionCode } from '#libs/kernel';
import type {
  Authority,
  CertificateType,
  Implementation,
  MaterialRequirement,
  RecognitionRule,
  ServiceItem,
} from '#seeds';
import { Catalogue } from '../catalogue/index.js';

const name = (zhHans: string) => ({ zhHans, zhHant: zhHans, en: zhHans });
const unsure = { source: 'spec', sourceConfidence: 'spec' };

/** The cities of the specs and the authority of each. */
export const zhuzhou = parseDivisionCode('430200');
export const xiangtan = parseDivisionCode('430300');
export const authorityOf: Readonly<Record<string, string>> = {
  [zhuzhou]: '11430299MXG0000182',
  [xiangtan]: '11430399MXG0000187',
};

const type = (key: string, sequence: string, more: Partial<CertificateType> = {}): CertificateType => ({
  key,
  code: `11430099MXG000018P${sequence}`,
  name: name(key),
  domain: 'public-security',
  holderKind: 'natural-person',
  issuingDepartment: '公安局',
  category: '证件',
  validity: 'permanent',
  claims: ['certificate_number', 'holder_name', 'holder_id_number', 'issuing_authority', 'issue_date', 'address'],
  sensitiveClaims: [],
  optionalClaims: ['address'],
  levelOfAssurance: 'high',
  issuerLevel: 'municipal',
  nationalSource: false,
  ...unsure,
  ...more,
});

const types = [
  type('household-register', '001'),
  type('no-crime-record', '002', { validity: '30days' }),
  type('real-estate-ownership-certificate', '116', {
    holderKind: 'asset',
    validity: 'per-document',
    claims: [
      ...['certificate_number', 'owner_name', 'owner_id_type', 'owner_id_number', 'issuing_authority', 'issue_date'],
      ...['location', 'co_ownership', 'valid_from', 'valid_until'],
    ],
    optionalClaims: ['valid_until'],
  }),
  type('food-operation-licence', '190', {
    holderKind: 'legal-person',
    validity: '5years',
    claims: [
      ...['certificate_number', 'holder_name', 'unified_social_credit_code', 'issuing_authority', 'issue_date'],
      ...['premises_address', 'valid_from', 'valid_until'],
    ],
    optionalClaims: [],
  }),
];
/** What the authorities of the specs may issue. */
export const issuedTypes: readonly string[] = types.map(({ key }) => key);

const material = (key: string, more: Partial<MaterialRequirement>): MaterialRequirement => ({
  key,
  name: name(key),
  kind: 'CERTIFICATE',
  anyOf: [],
  claims: [],
  applicantKind: 'both',
  whose: 'APPLICANT',
  necessity: 'REQUIRED',
  commitmentAllowed: false,
  ...more,
});

const materials = [
  material('household', { anyOf: ['household-register'], claims: ['holder_name', 'address', 'spouse_name'] }),
  material('record', { anyOf: ['no-crime-record'], claims: ['holder_name'] }),
  material('spouse', { anyOf: ['household-register'], whose: 'SPOUSE' }),
  material('form', { kind: 'FORM' }),
  material('statutes', { kind: 'FORM', applicantKind: 'legal-person' }),
];

const home = material('home', {
  anyOf: ['real-estate-ownership-certificate'],
  claims: ['owner_name', 'location'],
  whose: 'ASSET',
});

const item = (key: string, asked = materials): ServiceItem => ({
  key,
  basicCode: '432014001001',
  name: name(key),
  domain: 'social-security',
  audience: 'both',
  department: '人力资源和社会保障局',
  modes: ['FULLY_ONLINE'],
  statutoryDays: 20,
  committedDays: 10,
  dayUnit: 'working',
  onTheSpot: false,
  authorityLevel: 'municipal',
  presenceRequired: false,
  clockStarts: 'acceptance',
  materials: asked,
  ...unsure,
});

const rule = (of: string, level: RecognitionRule['level'], forItem = '*'): RecognitionRule => ({
  type: of,
  issuing: zhuzhou,
  accepting: xiangtan,
  item: forItem,
  purpose: 'application',
  level,
  validFrom: '2023-01-01',
  basis: 'spec',
  sourceConfidence: 'spec',
});

/** In Xiangtan, Zhuzhou's household registers serve `pension`, its homes `home-purchase`, and nothing else does. */
const recognitionRules = [
  rule('household-register', 'R2'),
  rule('household-register', 'R3', 'pension'),
  rule('real-estate-ownership-certificate', 'R3', 'home-purchase'),
  { ...rule('real-estate-ownership-certificate', 'R1'), purpose: 'display' },
];

const authority = (division: DivisionCode): Authority => ({
  code: authorityOf[division] ?? '',
  name: name(`${division} 公安局`),
  division,
  level: 'municipal',
  departments: ['公安局'],
  issues: issuedTypes,
});

const implementation = (division: DivisionCode, of: string): Implementation => ({
  ...{ code: `${of}-${division}`, item: of, division, city: division, authority: authorityOf[division] ?? '' },
  ...{ level: 'municipal', committedDays: 10, windows: [], modes: ['FULLY_ONLINE'], onTheSpot: false },
});

/** A catalogue of two items and two types, the same in both cities. */
export function testCatalogue(division: DivisionCode): Catalogue {
  const province = {
    items: [item('pension'), item('school'), item('home-purchase', [home])],
    certificateTypes: types,
    claimNames: new Map(),
    recognitionRules,
    authorities: [],
  };
  const implementations = ['pension', 'school'].map((of) => implementation(division, of));
  const own = { division, authorities: [authority(division)], centres: [], windows: [], implementations };
  return new Catalogue(province, own);
}
