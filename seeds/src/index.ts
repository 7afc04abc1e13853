import type { DivisionCode } from '#libs/kernel';
import type {
  CitySeeds,
  Persona,
  Population,
  ProvinceSeeds,
  RecognitionLevel,
  RecognitionRule,
  SeedDate,
} from './types.js';

export * from './people.js';
export * from './types.js';

/** Divisions of the cities that have a folder under `<dir>/cities`, in ascending order. */
export function listCities(_dir: string): DivisionCode[] {
  throw new Error('not yet');
}

/** Loads and checks the province's folder. Throws SEED_INVALID with every fault by file and line. */
export function loadProvince(_dir: string): ProvinceSeeds {
  throw new Error('not yet');
}

/** Loads and checks one city's folder against the province's rows. Throws SEED_INVALID. */
export function loadCity(_dir: string, _division: DivisionCode): CitySeeds {
  throw new Error('not yet');
}

export interface RecognitionUse {
  readonly type: string;
  readonly issuing: DivisionCode;
  readonly accepting: DivisionCode;
  readonly item: string;
  readonly purpose: string;
  readonly on: SeedDate;
}

/** The level of the most specific rule in force; R0 without one; R5 in the issuing city itself. */
export function recognitionLevel(
  _rules: readonly RecognitionRule[],
  _use: RecognitionUse,
): { level: RecognitionLevel; rule?: RecognitionRule } {
  throw new Error('not yet');
}

/** The synthetic people, enterprises and certificates of a city; the same number gives the same rows. */
export function generatePopulation(
  _province: ProvinceSeeds,
  _city: CitySeeds,
  _seedNumber: number,
  _others?: readonly CitySeeds[],
): Population {
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
