import type { ApplicantKind } from '../types.js';
import { nameColumns } from './names.js';
import { cell, words, type SourceRow } from './row.js';

/** A row of materials.csv. */
export type MaterialRow = ReturnType<typeof materialRow>;

/** What a material rule leaves open is filled from these. */
export interface MaterialDefaults {
  readonly key: string;
  readonly zhHans: string;
  readonly en: string;
  readonly anyOf: readonly string[];
  readonly claims: readonly string[];
  readonly applicantKind: ApplicantKind;
  readonly whose: string;
  readonly necessity: string;
  readonly commitment: string;
}

/** The row that a rule (or the defaults alone) gives for an item. */
export function materialRow(item: SourceRow, kind: string, rule: SourceRow, defaults: MaterialDefaults) {
  const own = (column: string, otherwise: string) => rule[column] || otherwise;
  const list = (column: string, otherwise: readonly string[]) => (rule[column] ? words(rule, column) : otherwise);
  // 失业金申请 + 申请表 would say it twice.
  const itemName = cell(item, 'name_zh_hans').replace(/申请$/, '');
  const zhHans = own('name_zh', defaults.zhHans).replace('{item}', itemName);
  return {
    item: cell(item, 'key'),
    key: own('key', defaults.key),
    kind,
    ...nameColumns(zhHans, own('name_en', defaults.en)),
    any_of: list('any_of', defaults.anyOf),
    claims: list('claims', defaults.claims),
    applicant_kind: own('applicant_kind', defaults.applicantKind),
    whose: own('whose', defaults.whose),
    necessity: own('necessity', defaults.necessity),
    commitment_allowed: own('commitment', defaults.commitment) === 'yes',
  };
}

/** Which applicants an item's audience means. */
export function applicantKindOf(item: SourceRow): ApplicantKind {
  const audience = cell(item, 'audience');
  if (audience === 'both') return 'both';
  return audience === 'legal-person' ? 'legal-person' : 'natural-person';
}
