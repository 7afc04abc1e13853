import type { DivisionCode } from '#libs/kernel';
import {
  type CitySeeds,
  generatePopulation,
  listCities,
  loadCity,
  loadProvince,
  type ProvinceSeeds,
  type SeedCertificate,
} from '#seeds';
import { Catalogue } from '../catalogue/index.js';

/** Where the seeds lie and which population is drawn from them. */
export interface SeedPlace {
  readonly seedsDir: string;
  readonly seedNumber: number;
}

const isProvince = (division: DivisionCode): boolean => division.endsWith('0000');

/** The node's catalogue: the province's files and those of its own division. */
export function readCatalogue(division: DivisionCode, { seedsDir }: SeedPlace): Catalogue {
  const province = loadProvince(seedsDir);
  return new Catalogue(province, isProvince(division) ? province : loadCity(seedsDir, division));
}

/**
 * The certificates that a node issues to the people and enterprises of all cities: people keep certificates of the city
 * they moved away from, and the province issues for everybody.
 */
export function readSeedCertificates(
  division: DivisionCode,
  { seedsDir, seedNumber }: SeedPlace,
): readonly SeedCertificate[] {
  const province: ProvinceSeeds = loadProvince(seedsDir);
  const cities: CitySeeds[] = listCities(seedsDir).map((division) => loadCity(seedsDir, division));
  return cities.flatMap((city) => {
    const { certificates } = generatePopulation(province, city, seedNumber);
    return certificates.filter((certificate) => certificate.division === division);
  });
}
