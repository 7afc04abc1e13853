import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDivisionCode, KuashiError, type DivisionCode } from '#libs/kernel';
import { SeedFaults } from '../csv/seed-faults.js';
import type { Authority, CertificateType, CityProfile, CitySeeds, ProvinceSeeds } from '../types.js';
import { loadAuthorities } from './authorities.js';
import { loadCentres } from './centres.js';
import { loadDivisions } from './divisions.js';
import { loadImplementations } from './implementations.js';
import { loadProvince } from './load-province.js';
import { Profile } from './profile.js';
import { sharedRows } from './shared-rows.js';
import { loadStaff } from './staff.js';

/** Divisions of the cities that have a folder under `<dir>/cities`, in ascending order. @throws SEED_INVALID without that folder. */
export function listCities(dir: string): DivisionCode[] {
  const folder = join(dir, 'cities');
  if (!existsSync(folder)) {
    throw new KuashiError('SEED_INVALID', { params: { count: 1, faults: `${folder}: there is no such folder` } });
  }
  return readdirSync(folder).filter(isDivisionCode).sort();
}

/**
 * Loads and checks one city's folder; the rows are shared by all who load the same files.
 * @throws SEED_INVALID with every fault by file, line and column, of the province's files first: a city refers to them.
 */
export function loadCity(dir: string, division: DivisionCode): CitySeeds {
  const province = loadProvince(dir);
  // Every city's folder: a city's people hold certificates of the cities they came from.
  const cities = listCities(dir).map((city) => folderOf(dir, city).directory);
  const read = (): CitySeeds => readCity(dir, division, province);
  return sharedRows(folderOf(dir, division).directory, [join(dir, 'province'), ...cities], read);
}

function readCity(dir: string, division: DivisionCode, province: ProvinceSeeds): CitySeeds {
  const faults = new SeedFaults();
  const folder = folderOf(dir, division);
  const profile = profileOf(folder, division, faults);
  const types = new Map(province.certificateTypes.map((type) => [type.key, type]));
  const items = new Map(province.items.map((item) => [item.key, item]));
  const divisionRows = loadDivisions(folder, faults);
  const divisions = new Set<string>(divisionRows.map(({ code }) => code));
  const authorities = loadAuthorities(folder, { types, divisions }, faults);
  const { centres, windows } = loadCentres(folder, division, faults);
  const seeds: CitySeeds = {
    ...profile,
    formerAuthorities: formerAuthorities(dir, profile, types, faults),
    divisions: divisionRows,
    authorities: [...authorities.values()],
    centres: [...centres.values()],
    windows: [...windows.values()],
    implementations: loadImplementations(folder, division, { items, authorities, windows }, faults),
    staff: loadStaff(folder, { authorities, windows, divisions }, faults),
  };
  faults.throwIfAny();
  return seeds;
}

function folderOf(dir: string, division: string) {
  return { directory: join(dir, 'cities', division), name: `cities/${division}` };
}

function profileOf(
  folder: { directory: string; name: string },
  division: DivisionCode,
  faults: SeedFaults,
): CityProfile {
  const file = Profile.read(folder, 'city.json', faults);
  const profile = { ...file.folder(), population: file.population() };
  if (profile.division !== division) {
    const reason = `is ${profile.division}, the folder is ${division}`;
    faults.add({ file: `${folder.name}/city.json`, line: 1, column: 'division', reason });
  }
  return profile;
}

/** Authorities of the cities that the city's people came from, as far as those cities have a folder. */
function formerAuthorities(
  dir: string,
  { population }: CityProfile,
  types: ReadonlyMap<string, CertificateType>,
  faults: SeedFaults,
): Authority[] {
  const characters = population.characters.flatMap(({ formerCity }) => formerCity ?? []);
  const cities = [...new Set([...Object.keys(population.formerResidents), ...characters])];
  const known = cities.map((city) => folderOf(dir, city)).filter(({ directory }) => existsSync(directory));
  return known.flatMap((folder) => {
    const divisions = new Set<string>(loadDivisions(folder, faults).map(({ code }) => code));
    return [...loadAuthorities(folder, { types, divisions }, faults).values()];
  });
}
