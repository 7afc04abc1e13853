import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, nameColumns } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import type { CertificateType, LocalizedName, ServiceItem } from '../types.js';

/** Rows that name a department by its Chinese text. */
interface Naming {
  readonly items: ReadonlyMap<string, ServiceItem>;
  readonly types: ReadonlyMap<string, CertificateType>;
}

/** departments.csv: the departments of items and types in three languages, by their simplified Chinese text. */
export function loadDepartmentNames(
  folder: SeedFolder,
  { items, types }: Naming,
  faults: SeedFaults,
): ReadonlyMap<string, LocalizedName> {
  const names = new Keyed<LocalizedName>();
  const rows = Table.read(folder, 'departments.csv', nameColumns, faults);
  for (const row of rows) names.put(row, 'name_zh_hans', row.name().zhHans, row.name());
  const named = [...items.values()].map(({ department }) => department);
  const issuing = [...types.values()].map(({ issuingDepartment }) => issuingDepartment);
  const unnamed = [...new Set([...named, ...issuing])].filter((department) => !names.has(department));
  for (const department of unnamed) rows[0]?.fault('name_zh_hans', `no row names the department ${department}`);
  return names;
}
