import { parseBasicCode } from '#libs/kernel';
import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, nameColumns, type TableRow } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import { authorityLevels, handlingModes, type MaterialRequirement, type ServiceItem } from '../types.js';

const columns = [
  ...['key', 'basic_code', ...nameColumns, 'domain', 'audience', 'department', 'modes', 'statutory_days'],
  ...['committed_days', 'day_unit', 'days_basis', 'days_law', 'on_the_spot', 'result_certificate', 'result_names'],
  ...['authority_level', 'presence_required', 'clock_starts', 'minimum_wait_days', 'source', 'source_confidence'],
];

const subjects = ['applicant', 'another'] as const;

/** What items refer to. */
export interface ItemReferences {
  readonly types: { has(key: string): boolean };
  /** Materials by item key. */
  readonly materials: ReadonlyMap<string, readonly MaterialRequirement[]>;
}

/** items.csv: the basic catalogue, by key. */
export function loadItems(
  folder: SeedFolder,
  references: ItemReferences,
  faults: SeedFaults,
): ReadonlyMap<string, ServiceItem> {
  const items = new Keyed<ServiceItem>();
  const codes = new Keyed<string>();
  for (const row of Table.read(folder, 'items.csv', columns, faults)) {
    const item = serviceItem(row, references);
    checkItem(row, item, references);
    items.put(row, 'key', item.key, item);
    codes.put(row, 'basic_code', item.basicCode, item.key);
  }
  return items;
}

function serviceItem(row: TableRow, { materials }: ItemReferences): ServiceItem {
  const key = row.text('key');
  return {
    key,
    basicCode: row.parsed('basic_code', parseBasicCode),
    name: row.name(),
    domain: row.text('domain'),
    audience: row.oneOf('audience', ['individual', 'legal-person', 'both']),
    department: row.text('department'),
    modes: row.listOf('modes', handlingModes),
    statutoryDays: row.integer('statutory_days', 730),
    committedDays: row.integer('committed_days', 730),
    dayUnit: row.oneOf('day_unit', ['working', 'calendar']),
    onTheSpot: row.flag('on_the_spot'),
    resultCertificate: row.optional('result_certificate'),
    resultNames: row.raw('result_names') === '' ? undefined : row.oneOf('result_names', subjects),
    authorityLevel: row.oneOf('authority_level', authorityLevels),
    presenceRequired: row.flag('presence_required'),
    clockStarts: row.oneOf('clock_starts', ['acceptance', 'receipt']),
    minimumWaitDays: row.raw('minimum_wait_days') === '' ? undefined : row.integer('minimum_wait_days', 365),
    source: row.text('source'),
    sourceConfidence: row.text('source_confidence'),
    materials: materials.get(key) ?? [],
  };
}

function checkItem(row: TableRow, item: ServiceItem, { types }: ItemReferences): void {
  if (item.modes.length === 0) row.fault('modes', 'is empty');
  if (item.committedDays > item.statutoryDays) row.fault('committed_days', 'is more than the statutory days');
  if (item.onTheSpot !== (item.committedDays === 0)) row.fault('on_the_spot', 'contradicts the committed days');
  const remote = item.modes.some((mode) => mode === 'FULLY_ONLINE' || mode === 'REMOTE_INTAKE');
  if (item.presenceRequired && remote) row.fault('modes', 'the person must come, so neither online nor remote');
  if ((item.resultCertificate === undefined) !== (item.resultNames === undefined))
    row.fault('result_names', 'must be given with a result');
  if (item.resultCertificate) row.refers('result_certificate', item.resultCertificate, types, 'certificate type');
}
