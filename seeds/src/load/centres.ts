import { parseDivisionCode, parseId, type DivisionCode } from '#libs/kernel';
import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, nameColumns, type TableRow } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import type { Centre, Window } from '../types.js';

const centreColumns = [
  ...['id', 'division', 'kind', ...nameColumns, 'address', 'phone', 'hours', 'source', 'source_confidence'],
];
const windowColumns = ['id', 'centre', ...nameColumns, 'services', 'cross_city'];

/** The fewest windows a centre may have. */
const fewestWindows = 3;

/** centres.csv and windows.csv of a city, each by id. */
export function loadCentres(folder: SeedFolder, city: DivisionCode, faults: SeedFaults) {
  const centres = new Keyed<Centre>();
  const windows = new Keyed<Window>();
  const count = new Map<string, number>();
  const centreRows = Table.read(folder, 'centres.csv', centreColumns, faults);
  for (const row of centreRows) {
    const centre = centreOf(row);
    checkId(row, 'centre', city);
    centres.put(row, 'id', centre.id, centre);
  }
  for (const row of Table.read(folder, 'windows.csv', windowColumns, faults)) {
    const window = windowOf(row);
    checkId(row, 'window', city);
    row.refers('centre', window.centre, centres, 'centre');
    count.set(window.centre, (count.get(window.centre) ?? 0) + 1);
    windows.put(row, 'id', window.id, window);
  }
  for (const row of centreRows) {
    if ((count.get(row.raw('id')) ?? 0) < fewestWindows) row.fault('id', `has fewer than ${fewestWindows} windows`);
  }
  return { centres, windows };
}

function checkId(row: TableRow, kind: 'centre' | 'window', city: DivisionCode): void {
  const owner = row.parsed('id', (text) => parseId(text, kind).division);
  if (owner !== city) row.fault('id', `belongs to ${owner}, not to ${city}`);
}

function centreOf(row: TableRow): Centre {
  return {
    id: row.text('id'),
    division: row.parsed('division', parseDivisionCode),
    kind: row.oneOf('kind', ['municipal', 'county', 'functional-zone']),
    name: row.name(),
    address: row.optional('address'),
    phone: row.optional('phone'),
    hours: row.optional('hours'),
    source: row.text('source'),
    sourceConfidence: row.text('source_confidence'),
  };
}

function windowOf(row: TableRow): Window {
  return {
    id: row.text('id'),
    centre: row.text('centre'),
    name: row.name(),
    services: row.list('services'),
    crossCity: row.flag('cross_city'),
  };
}
