import { join } from 'node:path';
import { SeedFaults } from '../csv/seed-faults.js';
import type { SeedFolder } from '../csv/table.js';
import type { ProvinceSeeds, ServiceItem } from '../types.js';
import { loadAuthorities } from './authorities.js';
import { loadBundles } from './bundles.js';
import { loadCertificateTypes } from './certificate-types.js';
import { loadClaimNames } from './claim-names.js';
import { loadDepartmentNames } from './department-names.js';
import { loadDivisions } from './divisions.js';
import { loadImplementations } from './implementations.js';
import { loadItems } from './items.js';
import { loadMaterials, type LoadedMaterials } from './materials.js';
import { Profile } from './profile.js';
import { loadRecognitionRules } from './recognition-rules.js';
import { sharedRows } from './shared-rows.js';
import { loadStaff } from './staff.js';

/**
 * Loads and checks the province's folder; the rows are shared by all who load the same files.
 * @param dir the seeds' directory, which holds `province/` and `cities/`.
 * @throws SEED_INVALID with every fault by file, line and column.
 */
export function loadProvince(dir: string): ProvinceSeeds {
  const folder = { directory: join(dir, 'province'), name: 'province' };
  return sharedRows(folder.directory, [folder.directory], () => readProvince(folder));
}

function readProvince(folder: SeedFolder): ProvinceSeeds {
  const faults = new SeedFaults();
  const profile = Profile.read(folder, 'province.json', faults).folder();
  const types = loadCertificateTypes(folder, faults);
  const materials = loadMaterials(folder, types, faults);
  const items = loadItems(folder, { types, materials: materials.byItem }, faults);
  checkMaterialsHaveItems(materials, items);
  const divisions = loadDivisions(folder, faults);
  const own = new Set<string>([profile.division]);
  const authorities = loadAuthorities(folder, { types, divisions: own }, faults);
  const none = new Map<string, never>();
  const seeds: ProvinceSeeds = {
    ...profile,
    items: [...items.values()],
    certificateTypes: [...types.values()],
    claimNames: loadClaimNames(folder, types, faults),
    departmentNames: loadDepartmentNames(folder, { items, types }, faults),
    recognitionRules: loadRecognitionRules(folder, { types, items }, faults),
    bundles: loadBundles(folder, items, faults),
    divisions,
    authorities: [...authorities.values()],
    centres: [],
    windows: [],
    implementations: loadImplementations(folder, profile.division, { items, authorities, windows: none }, faults),
    staff: loadStaff(folder, { authorities, windows: none, divisions: own }, faults),
  };
  faults.throwIfAny();
  return seeds;
}

function checkMaterialsHaveItems({ rows }: LoadedMaterials, items: ReadonlyMap<string, ServiceItem>): void {
  for (const [item, row] of rows) row.refers('item', item, items, 'item');
}
