import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, nameColumns } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import type { CertificateType, LocalizedName } from '../types.js';

/** claims.csv: how a claim of the certificates is called in three languages. Every claim of a type must have its name. */
export function loadClaimNames(
  folder: SeedFolder,
  types: ReadonlyMap<string, CertificateType>,
  faults: SeedFaults,
): ReadonlyMap<string, LocalizedName> {
  const names = new Keyed<LocalizedName>();
  const rows = Table.read(folder, 'claims.csv', ['name', ...nameColumns], faults);
  for (const row of rows) names.put(row, 'name', row.text('name'), row.name());
  const unnamed = new Set([...types.values()].flatMap(({ claims }) => claims.filter((claim) => !names.has(claim))));
  for (const claim of unnamed) rows[0]?.fault('name', `no row names the claim ${claim}`);
  return names;
}
