import { nameColumns } from './names.js';
import { cell, words } from './row.js';
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
    level_of_assurance: cell(row, 'level_of_assurance'),
    issuer_level: cell(row, 'issuer_level'),
    national_source: cell(row, 'national_source'),
    standard_no: cell(row, 'standard_no'),
    known_type_code: cell(row, 'known_certificate_type_code'),
    source: cell(row, 'source'),
    source_confidence: cell(row, 'source_confidence'),
  }));
}
