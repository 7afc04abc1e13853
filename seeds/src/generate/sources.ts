import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityOf, type DivisionCode } from '#libs/kernel';
import type { CityProfile } from '../types.js';
import { cell, readRows, type SourceRow } from './row.js';

/** The province-wide tables of `seeds/sources`, with the corrections applied. */
export interface Sources {
  readonly items: readonly SourceRow[];
  readonly types: readonly SourceRow[];
  readonly bundles: readonly SourceRow[];
  readonly bodies: readonly SourceRow[];
  /** Body keys by department text. */
  readonly bodiesOf: ReadonlyMap<string, readonly string[]>;
  readonly departments: readonly SourceRow[];
  readonly divisions: readonly SourceRow[];
  readonly divisionHistory: readonly SourceRow[];
  readonly certificateMaterials: readonly SourceRow[];
  readonly extraMaterials: readonly SourceRow[];
  readonly recognition: readonly SourceRow[];
  readonly windows: readonly SourceRow[];
  readonly staff: readonly SourceRow[];
}

/** What a city's files are made of. */
export interface CitySources {
  readonly profile: CityProfile;
  readonly divisions: readonly SourceRow[];
  readonly centres: readonly SourceRow[];
}

/** Reads `seeds/sources`. */
export function readSources(directory: string): Sources {
  const read = (file: string) => readRows(directory, file);
  const corrections = read('corrections.csv');
  const departments = read('departments.csv');
  return {
    items: corrected('service-items', read('service-items.csv'), corrections),
    types: corrected('certificate-types', read('certificate-types.csv'), corrections),
    bundles: read('bundles.csv'),
    bodies: read('bodies.csv'),
    bodiesOf: new Map(departments.map((row) => [cell(row, 'department'), cell(row, 'bodies').split(';')])),
    departments,
    divisions: read('divisions.csv'),
    divisionHistory: read('division-history.csv'),
    certificateMaterials: read('certificate-materials.csv'),
    extraMaterials: read('extra-materials.csv'),
    recognition: read('recognition.csv'),
    windows: read('windows.csv'),
    staff: read('staff.csv'),
  };
}

/** A city's own `sources` folder comes before the shared tables. */
export function readCitySources(cityDirectory: string, sharedDirectory: string): CitySources {
  const profile = JSON.parse(readFileSync(join(cityDirectory, 'city.json'), 'utf8')) as CityProfile;
  const own = join(cityDirectory, 'sources');
  const directory = existsSync(own) ? own : sharedDirectory;
  const ofCity = (column: string) => (row: SourceRow) => cityOf(cell(row, column) as DivisionCode) === profile.division;
  return {
    profile,
    divisions: readRows(directory, 'divisions.csv').filter(ofCity('code')),
    centres: readRows(directory, 'centres.csv').filter(ofCity('gb_division')),
  };
}

function corrected(file: string, rows: readonly SourceRow[], corrections: readonly SourceRow[]): SourceRow[] {
  const changes = corrections.filter((each) => cell(each, 'file') === file);
  return rows.map((row) => {
    const own = changes.filter((each) => cell(each, 'key') === cell(row, 'key'));
    return { ...row, ...Object.fromEntries(own.map((each) => [cell(each, 'column'), cell(each, 'value')])) };
  });
}
