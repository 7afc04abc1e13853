import { nameColumns } from './names.js';
import { cell, words, type SourceRow } from './row.js';
import type { Sources } from './sources.js';

/** 证照类型代码 = the body that defines the type and three digits of sequence (GB/T 36904-2018). */
const definingAuthority = '11430099MXG000018P';

/** Rows of certificate-types.csv. Real codes stay in a column of their own: synthetic certificates never carry them. */
export function certificateTypeRows({ types }: Sources) {
  return types.map((row, index) => ({
    key: cell(row, 'key'),
    code: `${definingAuthority}${String(index + 1).padStart(3, '0')}`,
    ...nameColumns(cell(row, 'name_zh_hans'), cell(row, 'name_en')),
    domain: cell(row, 'domain'),
    holder_kind: cell(row, 'holder_kind'),
    issuing_department: cell(row, 'issuing_department_zh'),
    category: cell(row, 'category'),
    validity: cell(row, 'validity'),
    claims: words(row, 'claims'),
    sensitive_claims: words(row, 'sensitive_claims'),
    optional_claims: optionalClaims(row),
    level_of_assurance: cell(row, 'level_of_assurance'),
    issuer_level: cell(row, 'issuer_level'),
    national_source: cell(row, 'national_source'),
    standard_no: cell(row, 'standard_no'),
    known_type_code: cell(row, 'known_certificate_type_code'),
    source: cell(row, 'source'),
    source_confidence: cell(row, 'source_confidence'),
  }));
}

/** What a certificate says only if there is something to say, whatever its kind. Portraits come from the issuer's own system. */
const saidIfAny = [
  ...['portrait', 'verification_code', 'former_name', 'father_name', 'father_id_number', 'guardian_name'],
  ...['endorsement_until', 'mortgage_status', 'accident_records', 'violation_records', 'chip_number'],
];

/** What only some kinds may leave out: a mother registers alone, a marriage certificate names both. */
const saidIfAnyBy: Readonly<Record<string, readonly string[]>> = {
  'fertility-registration-certificate': ['spouse_name'],
};

function optionalClaims(row: SourceRow): string[] {
  // What is long-term (长期) has no last day.
  const longTerm = /^(permanent|per-document)$/.test(cell(row, 'validity')) ? ['valid_until'] : [];
  const optional = [...saidIfAny, ...longTerm, ...(saidIfAnyBy[cell(row, 'key')] ?? [])];
  return words(row, 'claims').filter((claim) => optional.includes(claim));
}
