import { parseDivisionCode } from '#libs/kernel';
import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, type TableRow } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import type { DivisionSeed } from '../types.js';

const columns = [...['code', 'name', 'name_en', 'kind', 'status', 'successor', 'note', 'source', 'source_confidence']];

/** divisions.csv. A code may occur once under each status: a retired name, and the name of today. */
export function loadDivisions(folder: SeedFolder, faults: SeedFaults): DivisionSeed[] {
  const seen = new Keyed<DivisionSeed>();
  const rows = Table.read(folder, 'divisions.csv', columns, faults).map((row) => {
    const division = divisionSeed(row);
    if (division.status !== 'retired') seen.put(row, 'code', division.code, division);
    return { row, division };
  });
  for (const { row, division } of rows) {
    if (division.successor) row.refers('successor', division.successor, seen, 'division in force');
  }
  return rows.map(({ division }) => division);
}

function divisionSeed(row: TableRow): DivisionSeed {
  return {
    code: row.parsed('code', parseDivisionCode),
    name: row.text('name'),
    nameEn: row.optional('name_en'),
    kind: row.oneOf('kind', ['province', 'city', 'county']),
    status: row.oneOf('status', ['current', 'retired', 'synthetic']),
    successor: row.raw('successor') === '' ? undefined : row.parsed('successor', parseDivisionCode),
    note: row.optional('note'),
  };
}
