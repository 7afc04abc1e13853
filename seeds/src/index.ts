import type { Persona, Population } from './people.js';
import type { CitySeeds, ProvinceSeeds } from './types.js';

export * from './people.js';
export * from './types.js';
export { listCities, loadCity } from './load/load-city.js';
export { loadProvince } from './load/load-province.js';
export { recognitionLevel, type RecognitionUse } from './recognition-level.js';

/**
 * The synthetic people, enterprises and certificates of a city; the same number gives the same rows. Certificates of a
 * city's people may be issued elsewhere (`division`): a node issues those of every population that are its own.
 */
export function generatePopulation(_province: ProvinceSeeds, _city: CitySeeds, _seedNumber: number): Population {
  throw new Error('not yet');
}

/** Everybody one can log in as: citizens, enterprises and staff, in a stable order. */
export function personas(
  _province: ProvinceSeeds,
  _cities: readonly CitySeeds[],
  _populations: readonly Population[],
): Persona[] {
  throw new Error('not yet');
}
