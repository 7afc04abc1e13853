import type { ApplicantKind } from '../types.js';
import { applicantKindOf, materialRow, type MaterialDefaults, type MaterialRow } from './material-columns.js';
import { cell, matchesAny, words, type SourceRow } from './row.js';
import type { Sources } from './sources.js';

/**
 * Rows of materials.csv: every required certificate becomes a material by the first rule of certificate-materials.csv
 * that fits (or by its type alone), then every row of extra-materials.csv that fits adds one.
 */
export function materialRows(sources: Sources): MaterialRow[] {
  const types = new Map(sources.types.map((type) => [cell(type, 'key'), type]));
  return sources.items.flatMap((item) => {
    const certificates = words(item, 'required_certificates');
    const demanded = certificates.flatMap((key) => fromCertificate(item, typeOf(types, key), certificates, sources));
    const added = sources.extraMaterials
      .filter((rule) => applies(rule, item, types))
      .map((rule) => materialRow(item, cell(rule, 'kind'), rule, bareDefaults(item)));
    return uniqueByKey([...demanded, ...added]);
  });
}

function fromCertificate(
  item: SourceRow,
  type: SourceRow,
  all: readonly string[],
  { certificateMaterials }: Sources,
): MaterialRow[] {
  const audience = cell(item, 'audience');
  const rule = certificateMaterials.find(
    (each) =>
      cell(each, 'certificate') === cell(type, 'key') &&
      matchesAny(cell(item, 'key'), words(each, 'items')) &&
      ['', audience].includes(cell(each, 'audience')),
  );
  // A licence that stands beside an identity card is its alternative, so the row "-" drops it; alone it must stay.
  const dropped = rule?.['key'] === '-' && all.length > 1;
  if (dropped) return [];
  return [materialRow(item, 'CERTIFICATE', rule?.['key'] === '-' ? {} : (rule ?? {}), typeDefaults(item, type))];
}

/** What a certificate type says about itself as a material. */
function typeDefaults(item: SourceRow, type: SourceRow): MaterialDefaults {
  const holder = cell(type, 'holder_kind');
  const foreignHolder = holder === 'natural-person' && cell(item, 'audience') === 'legal-person';
  return {
    key: cell(type, 'key'),
    zhHans: cell(type, 'name_zh_hans'),
    en: cell(type, 'name_en'),
    anyOf: [cell(type, 'key')],
    claims: identifyingClaims(type),
    applicantKind: cell(item, 'audience') === 'both' ? kindOfHolder(holder) : applicantKindOf(item),
    whose: holder === 'asset' ? 'ASSET' : foreignHolder ? 'LEGAL_REPRESENTATIVE' : 'APPLICANT',
    necessity: 'REQUIRED',
    commitment: cell(type, 'category') === '证明' ? 'yes' : 'no',
  };
}

/** Holder, number, end of validity, and the first facts of the certificate that are not sensitive. */
function identifyingClaims(type: SourceRow): string[] {
  const claims = words(type, 'claims');
  const always = ['holder_name', 'owner_name', 'holder_id_number', 'owner_id_number', 'unified_social_credit_code'];
  const identifying = [...always, 'certificate_number'].filter((claim) => claims.includes(claim));
  const administrative = /^(holder|owner)_|^issu|^valid_|^portrait$/;
  const hidden = new Set([...words(type, 'sensitive_claims'), ...identifying]);
  const facts = claims.filter((claim) => !hidden.has(claim) && !administrative.test(claim)).slice(0, 3);
  return [...identifying, ...facts, ...claims.filter((claim) => claim === 'valid_until')];
}

function kindOfHolder(holder: string): ApplicantKind {
  return holder === 'natural-person' || holder === 'legal-person' ? holder : 'both';
}

function bareDefaults(item: SourceRow): MaterialDefaults {
  const applicantKind = applicantKindOf(item);
  return { ...emptyDefaults, applicantKind };
}

const emptyDefaults = {
  key: '',
  zhHans: '',
  en: '',
  anyOf: [],
  claims: [],
  whose: 'APPLICANT',
  necessity: 'REQUIRED',
  commitment: 'no',
};

/** The named conditions of the column `when`. */
const conditions: Readonly<Record<string, (item: SourceRow, types: ReadonlyMap<string, SourceRow>) => boolean>> = {
  '': () => true,
  filed: (item) => Number(cell(item, 'statutory_days')) >= 3,
  portrait: (item, types) => {
    const result = types.get(cell(item, 'result_certificate'));
    const made = Number(cell(item, 'statutory_days')) >= 3 && cell(item, 'presence_required') !== 'true';
    return made && result !== undefined && words(result, 'claims').includes('portrait');
  },
};

function applies(rule: SourceRow, item: SourceRow, types: ReadonlyMap<string, SourceRow>): boolean {
  const condition = conditions[cell(rule, 'when')];
  if (!condition) throw new Error(`unknown condition ${cell(rule, 'when')}`);
  const except = words(rule, 'except');
  return (
    matchesAny(cell(item, 'key'), words(rule, 'items')) &&
    !(except.length > 0 && matchesAny(cell(item, 'key'), except)) &&
    ['', cell(item, 'domain')].includes(cell(rule, 'domain')) &&
    ['', cell(item, 'audience')].includes(cell(rule, 'audience')) &&
    condition(item, types)
  );
}

function uniqueByKey(rows: readonly MaterialRow[]): MaterialRow[] {
  return [...new Map(rows.toReversed().map((row) => [row.key, row])).values()].toReversed();
}

function typeOf(types: ReadonlyMap<string, SourceRow>, key: string): SourceRow {
  const type = types.get(key);
  if (!type) throw new Error(`unknown certificate type ${key}`);
  return type;
}
