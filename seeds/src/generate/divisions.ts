import { cell, type SourceRow } from './row.js';
import type { Sources } from './sources.js';

/** Rows of the province's divisions.csv: present, synthetic, then retired codes with their successor of today. */
export function provinceDivisionRows({ divisions, divisionHistory }: Sources) {
  const current = new Set(divisions.filter((row) => cell(row, 'status') === 'current').map((row) => cell(row, 'code')));
  const next = new Map(
    divisionHistory
      .filter((row) => !current.has(cell(row, 'code')))
      .map((row) => [cell(row, 'code'), cell(row, 'successor_code')]),
  );
  return [...divisions.map(divisionRow), ...divisionHistory.map((row) => retiredRow(row, next))];
}

/** Rows of a city's divisions.csv. */
export function divisionRow(row: SourceRow) {
  return {
    code: cell(row, 'code'),
    name: cell(row, 'name'),
    name_en: cell(row, 'name_en'),
    kind: cell(row, 'kind'),
    status: cell(row, 'status'),
    successor: cell(row, 'successor'),
    note: cell(row, 'note'),
    source: cell(row, 'source'),
    source_confidence: cell(row, 'source_confidence'),
  };
}

function retiredRow(row: SourceRow, next: ReadonlyMap<string, string>): ReturnType<typeof divisionRow> {
  return {
    code: cell(row, 'code'),
    name: cell(row, 'name').replace(/\(.*/, ''),
    name_en: '',
    kind: 'county',
    status: 'retired',
    successor: presentCode(cell(row, 'successor_code'), next),
    note: `${cell(row, 'from_year')}-${cell(row, 'to_year')}: ${cell(row, 'note')}`,
    source: cell(row, 'source'),
    source_confidence: /approximate/.test(cell(row, 'note')) ? 'domain-knowledge' : 'verified',
  };
}

function presentCode(code: string, next: ReadonlyMap<string, string>): string {
  const later = next.get(code);
  return later === undefined || later === code ? code : presentCode(later, next);
}
