import { parseDivisionCode } from '#libs/kernel';
import type { Authority, CertificateType, Implementation, MaterialRequirement, ServiceItem, Window } from '#seeds';
import { Catalogue } from '../../catalogue/index.js';

const name = (zhHans: string) => ({ zhHans, zhHant: zhHans, en: zhHans });
const unsure = { source: 'spec', sourceConfidence: 'spec' };

/** The authority that decides in the specs. */
export const bureau = '11430399MXG0000187';
/** Another authority that may issue the same kind. */
export const otherIssuer = '11430399MXG0000995';

const requirement = (key: string, more: Partial<MaterialRequirement>): MaterialRequirement => ({
  key,
  name: name(key),
  kind: 'FORM',
  anyOf: [],
  claims: [],
  applicantKind: 'both',
  whose: 'APPLICANT',
  necessity: 'REQUIRED',
  commitmentAllowed: false,
  ...more,
});

const materials: readonly MaterialRequirement[] = [
  requirement('identity', { kind: 'CERTIFICATE', anyOf: ['resident-identity-card'], claims: ['name'] }),
  requirement('application-form', { commitmentAllowed: true }),
];

const item = (key: string, more: Partial<ServiceItem> = {}): ServiceItem => ({
  key,
  basicCode: '432014001001',
  name: name(key),
  domain: 'social-security',
  audience: 'individual',
  department: '人力资源和社会保障局',
  modes: ['FULLY_ONLINE', 'REMOTE_INTAKE'],
  statutoryDays: 20,
  committedDays: 10,
  dayUnit: 'working',
  onTheSpot: false,
  authorityLevel: 'municipal',
  presenceRequired: false,
  clockStarts: 'acceptance',
  materials,
  ...unsure,
  ...more,
});

/** `pension` ends in a certificate, `registration` in its decision, `divorce` after a wait; `visit` needs the person. */
const items = [
  item('pension', { resultCertificate: 'pension-contribution-voucher' }),
  item('child-benefit', { resultCertificate: 'pension-contribution-voucher', resultNames: 'another' }),
  item('registration'),
  item('divorce', { minimumWaitDays: 30, dayUnit: 'calendar' }),
  item('visit', { presenceRequired: true }),
  item('online-only', { modes: ['FULLY_ONLINE'] }),
  item('changsha-only'),
];

/** What a pension case ends in. */
const voucher: CertificateType = {
  key: 'pension-contribution-voucher',
  code: '11430099MXG000018P086',
  name: name('参保缴费凭证'),
  domain: 'social-security',
  holderKind: 'natural-person',
  issuingDepartment: '人力资源和社会保障局',
  category: '证明',
  validity: 'permanent',
  claims: ['holder_name', 'holder_id_number', 'contribution_months'],
  sensitiveClaims: [],
  optionalClaims: [],
  levelOfAssurance: 'high',
  issuerLevel: 'municipal',
  nationalSource: false,
  ...unsure,
};

/** What only companies hold. */
const licence: CertificateType = {
  ...voucher,
  key: 'business-licence',
  code: '11430099MXG000018P087',
  holderKind: 'legal-person',
  claims: ['holder_name', 'unified_social_credit_code'],
};

/** A catalogue of a few items, offered by one city. */
export function testCatalogue(city: string): Catalogue {
  const division = parseDivisionCode(city);
  const authority: Authority = {
    code: bureau,
    name: name('人力资源和社会保障局'),
    division,
    level: 'municipal',
    departments: [],
    issues: ['pension-contribution-voucher'],
  };
  const branch: Authority = { ...authority, code: otherIssuer, name: name('社保分局') };
  const window = (id: string): Window => ({ id, centre: 'ctr', name: name(id), services: ['*'], crossCity: true });
  const windows = [window(`win_${city}_hall-1`), window(`win_${city}_hall-2`)];
  const offered = items.filter(({ key }) => key !== 'changsha-only' || city === '430100');
  const implementations = offered.map(({ key, modes, onTheSpot, committedDays }): Implementation => ({
    ...{ code: `${bureau}3${key}`, item: key, division, city: division, authority: bureau, level: 'municipal' },
    ...{ windows: windows.map(({ id }) => id), committedDays, modes, onTheSpot },
  }));
  const authorities = [authority, branch];
  const province = {
    items,
    certificateTypes: [voucher, licence],
    claimNames: new Map(),
    recognitionRules: [],
    authorities,
  };
  return new Catalogue(province, { division, authorities, centres: [], windows, implementations });
}
