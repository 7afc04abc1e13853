import { join } from 'node:path';
import { SeedFaults } from '../csv/seed-faults.js';
import type { ProvinceSeeds, ServiceItem } from '../types.js';
import { loadAuthorities } from './authorities.js';
import { loadBundles } from './bundles.js';
import { loadCertificateTypes } from './certificate-types.js';
import { loadDivisions } from './divisions.js';
import { loadImplementations } from './implementations.js';
import { loadItems } from './items.js';
import { loadMaterials, type LoadedMaterials } from './materials.js';
import { Profile } from './profile.js';
import { loadRecognitionRules } from './recognition-rules.js';
import { loadStaff } from './staff.js';

/**
 * Loads and checks the province's folder.
 * @param dir the seeds' directory, which holds `province/` and `cities/`.
 * @throws SEED_INVALID with every fault by file, line and column.
 */
export function loadProvince(dir: string): ProvinceSeeds {
  const faults = new SeedFaults();
  const folder = { directory: join(dir, 'province'), name: 'province' };
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

/** The rows of the province that a city refers to, without the materials and rules that take longest to read. */
export function loadReferences(dir: string): Pick<ProvinceSeeds, 'items' | 'certificateTypes'> {
  const faults = new SeedFaults();
  const folder = { directory: join(dir, 'province'), name: 'province' };
  const types = loadCertificateTypes(folder, faults);
  const items = loadItems(folder, { types, materials: new Map() }, faults);
  faults.throwIfAny();
  return { items: [...items.values()], certificateTypes: [...types.values()] };
}

function checkMaterialsHaveItems({ rows }: LoadedMaterials, items: ReadonlyMap<string, ServiceItem>): void {
  for (const [item, row] of rows) row.refers('item', item, items, 'item');
}
