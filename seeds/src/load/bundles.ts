import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, nameColumns } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import type { Bundle } from '../types.js';

const columns = ['key', ...nameColumns, 'audience', 'items', 'source', 'source_confidence'];

/** bundles.csv (一件事). */
export function loadBundles(folder: SeedFolder, items: { has(key: string): boolean }, faults: SeedFaults): Bundle[] {
  const bundles = new Keyed<Bundle>();
  for (const row of Table.read(folder, 'bundles.csv', columns, faults)) {
    const bundle: Bundle = {
      key: row.text('key'),
      name: row.name(),
      audience: row.oneOf('audience', ['individual', 'legal-person', 'both']),
      items: row.list('items'),
      source: row.text('source'),
      sourceConfidence: row.text('source_confidence'),
    };
    bundle.items.forEach((item) => row.refers('items', item, items, 'item'));
    bundles.put(row, 'key', bundle.key, bundle);
  }
  return [...bundles.values()];
}
