import { parseUnifiedCreditCode } from '#libs/kernel';
import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, nameColumns, type TableRow } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import { authorityLevels, type CertificateType } from '../types.js';

const columns = [
  ...['key', 'code', ...nameColumns, 'domain', 'holder_kind', 'issuing_department', 'category', 'validity', 'claims'],
  ...[
    'sensitive_claims',
    'optional_claims',
    'level_of_assurance',
    'issuer_level',
    'national_source',
    'standard_no',
    'known_type_code',
  ],
  ...['source', 'source_confidence'],
];

/** certificate-types.csv: the province's directory of certificate types, by key. */
export function loadCertificateTypes(folder: SeedFolder, faults: SeedFaults): ReadonlyMap<string, CertificateType> {
  const types = new Keyed<CertificateType>();
  const codes = new Keyed<string>();
  for (const row of Table.read(folder, 'certificate-types.csv', columns, faults)) {
    const type = certificateType(row);
    types.put(row, 'key', type.key, type);
    codes.put(row, 'code', type.code, type.key);
  }
  return types;
}

function certificateType(row: TableRow): CertificateType {
  const claims = row.list('claims');
  const sensitiveClaims = row.list('sensitive_claims');
  const known = new Set(claims);
  const optionalClaims = row.list('optional_claims');
  sensitiveClaims.forEach((claim) => row.refers('sensitive_claims', claim, known, 'claim'));
  optionalClaims.forEach((claim) => row.refers('optional_claims', claim, known, 'claim'));
  if (claims.length === 0) row.fault('claims', 'is empty');
  return {
    key: row.text('key'),
    code: row.parsed('code', typeCode),
    name: row.name(),
    domain: row.text('domain'),
    holderKind: row.oneOf('holder_kind', ['natural-person', 'legal-person', 'asset']),
    issuingDepartment: row.text('issuing_department'),
    category: row.text('category'),
    validity: validity(row),
    claims,
    sensitiveClaims,
    optionalClaims,
    levelOfAssurance: row.oneOf('level_of_assurance', ['high', 'substantial', 'low']),
    issuerLevel: row.oneOf('issuer_level', authorityLevels),
    nationalSource: row.flag('national_source'),
    standardNo: row.optional('standard_no'),
    knownTypeCode: row.optional('known_type_code'),
    source: row.text('source'),
    sourceConfidence: row.text('source_confidence'),
  };
}

/** 18 characters of the defining body and three of the sequence (GB/T 36904-2018). */
function typeCode(text: string): string {
  parseUnifiedCreditCode(text.slice(0, 18));
  return text;
}

function validity(row: TableRow): string {
  const text = row.text('validity');
  if (!/^(permanent|per-document|\d+(days|months|years))$/.test(text)) row.fault('validity', `${text} is not known`);
  if (row.raw('code').length !== 21) row.fault('code', 'has not 21 characters');
  return text;
}
