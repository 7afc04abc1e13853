import { createNamedId } from '#libs/kernel';
import { nameColumns } from './names.js';
import { cell, words, type SourceRow } from './row.js';
import type { CitySources, Sources } from './sources.js';

/** A row of windows.csv. */
export type WindowRow = ReturnType<typeof windowRow>;

/** Rows of centres.csv. */
export function centreRows(city: CitySources) {
  return city.centres.map((row) => ({
    id: centreId(city, row),
    division: cell(row, 'gb_division'),
    kind: cell(row, 'kind'),
    ...nameColumns(cell(row, 'centre_name'), cell(row, 'name_en')),
    address: cell(row, 'address'),
    phone: cell(row, 'phone'),
    hours: cell(row, 'hours'),
    source: cell(row, 'source'),
    source_confidence: cell(row, 'source_confidence'),
  }));
}

/** Rows of windows.csv: each centre has the windows of its kind. */
export function windowRows(city: CitySources, { windows }: Sources) {
  return city.centres.flatMap((centre) =>
    windows
      .filter((window) => cell(window, 'centre_kind') === cell(centre, 'kind'))
      .map((window) => windowRow(city, centre, window)),
  );
}

function windowRow(city: CitySources, centre: SourceRow, window: SourceRow) {
  const name = `${cell(centre, 'division_code')}-${cell(window, 'slug')}`;
  return {
    id: createNamedId('window', city.profile.division, name) as string,
    centre: centreId(city, centre),
    ...nameColumns(cell(window, 'name_zh'), cell(window, 'name_en')),
    services: words(window, 'services'),
    cross_city: cell(window, 'cross_city'),
  };
}

function centreId(city: CitySources, centre: SourceRow): string {
  return createNamedId('centre', city.profile.division, cell(centre, 'division_code'));
}

/** The windows where an item of a division is filed: in the division's own centre, else in the municipal one. */
export function windowsFor(
  domain: string,
  division: string,
  city: CitySources,
  windows: readonly WindowRow[],
): string[] {
  const own = city.centres.find((each) => cell(each, 'division_code') === division) ?? city.centres[0];
  const centre = own && centreId(city, own);
  return windows
    .filter((each) => each.centre === centre && (each.services.includes('*') || each.services.includes(domain)))
    .filter((each) => each.cross_city === 'false')
    .map((each) => each.id);
}
