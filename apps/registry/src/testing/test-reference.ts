import type { Clock } from '#libs/kernel';
import type { CertificateType, ServiceItem } from '#seeds';
import { ReferenceData, RegistryContext } from '../reference/index.js';

const unsure = { source: 'spec', sourceConfidence: 'spec' };

/** An item with a name in three languages. */
export const testItem = (
  key: string,
  zhHans: string,
  zhHant: string,
  more: Partial<ServiceItem> = {},
): ServiceItem => ({
  ...{ key, basicCode: '432014001001', name: { zhHans, zhHant, en: key }, domain: 'social-security' },
  ...{ audience: 'individual', department: '人力资源和社会保障局', modes: ['FULLY_ONLINE'] },
  ...{ statutoryDays: 20, committedDays: 10, dayUnit: 'working', onTheSpot: false, authorityLevel: 'municipal' },
  ...{ presenceRequired: false, clockStarts: 'acceptance', materials: [], ...unsure },
  ...more,
});

const householdRegister: CertificateType = {
  ...{ key: 'household-register', code: '11430099MXG000018P001', domain: 'public-security' },
  name: { zhHans: '居民户口簿', zhHant: '居民戶口簿', en: 'Household register' },
  ...{ holderKind: 'natural-person', issuingDepartment: '公安局', category: '证件', validity: 'permanent' },
  ...{
    claims: [],
    sensitiveClaims: [],
    optionalClaims: [],
    levelOfAssurance: 'high',
    issuerLevel: 'municipal',
    nationalSource: false,
  },
  ...unsure,
};

/** Reference data of the specs: three items, one type. */
export function testReference(more: Partial<ReferenceData> = {}): ReferenceData {
  return new ReferenceData({
    items: [
      testItem('pension', '养老保险关系转移', '養老保險關係轉移', { modes: ['FULLY_ONLINE', 'REMOTE_INTAKE'] }),
      testItem('pension-enrol', '养老保险参保登记', '養老保險參保登記', { audience: 'both' }),
      testItem('hukou', '户口迁移', '戶口遷移', { domain: 'public-security', audience: 'legal-person' }),
    ],
    certificateTypes: [householdRegister],
    claimNames: new Map(),
    departmentNames: new Map(),
    bundles: [],
    recognitionRules: [],
    ...more,
  });
}

/** A context that signs nothing. */
export const testContext = (clock: Clock): RegistryContext =>
  new RegistryContext({
    ...{ clock, url: 'http://127.0.0.1:4010', directoryFile: '', seedsDir: '' },
  } as unknown as RegistryContext);
