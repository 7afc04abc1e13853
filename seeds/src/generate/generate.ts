import { join } from 'node:path';
import { cityAuthorityRows, provinceAuthorityRows } from './authorities.js';
import { centreRows, windowRows } from './centres.js';
import { certificateTypeRows } from './certificate-types.js';
import { csvText } from './csv-text.js';
import { divisionRow, provinceDivisionRows } from './divisions.js';
import { cityImplementationRows, provinceImplementationRows } from './implementations.js';
import { itemRows } from './items.js';
import { materialRows } from './materials.js';
import { nameColumns } from './names.js';
import { recognitionRows } from './recognition-rules.js';
import { cell, words } from './row.js';
import { readCitySources, readSources, type Sources } from './sources.js';
import { staffRows } from './staff.js';

/** Text by file name. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** The files of the province's folder; the recognition rules are those between the given cities. */
export function generateProvince(seedsDirectory: string, cities: readonly string[]): GeneratedFiles {
  const sources = readSources(join(seedsDirectory, 'sources'));
  const items = itemRows(sources);
  const materials = materialRows(sources);
  const authorities = provinceAuthorityRows(sources);
  const office = { division: '430000', personaPrefix: 'hn', scope: 'province', authorities, windows: [] } as const;
  return new Map([
    ['items.csv', csvText(items)],
    ['materials.csv', csvText(materials)],
    ['certificate-types.csv', csvText(certificateTypeRows(sources))],
    ['recognition-rules.csv', csvText(recognitionRows(sources, materials, cities))],
    ['bundles.csv', csvText(bundleRows(sources))],
    ['departments.csv', csvText(departmentRows(sources))],
    ['divisions.csv', csvText(provinceDivisionRows(sources))],
    ['authorities.csv', csvText(authorities)],
    ['implementations.csv', csvText(provinceImplementationRows(items, authorities))],
    ['staff.csv', csvText(staffRows(office, sources))],
  ]);
}

/** The files of a city's folder, from its city.json and the sources. */
export function generateCity(seedsDirectory: string, cityDirectory: string): GeneratedFiles {
  const sources = readSources(join(seedsDirectory, 'sources'));
  const city = readCitySources(cityDirectory, join(seedsDirectory, 'sources'));
  const authorities = cityAuthorityRows(city, sources);
  const windows = windowRows(city, sources);
  const { division, personaPrefix } = city.profile;
  const office = { division, personaPrefix, scope: 'city', authorities, windows } as const;
  return new Map([
    ['divisions.csv', csvText(city.divisions.map(divisionRow))],
    ['authorities.csv', csvText(authorities)],
    ['centres.csv', csvText(centreRows(city))],
    ['windows.csv', csvText(windows)],
    ['implementations.csv', csvText(cityImplementationRows(city, itemRows(sources), authorities, windows))],
    ['staff.csv', csvText(staffRows(office, sources))],
  ]);
}

function departmentRows({ departments }: Sources) {
  return departments.map((row) => nameColumns(cell(row, 'department'), cell(row, 'name_en')));
}

function bundleRows({ bundles }: Sources) {
  return bundles.map((row) => ({
    key: cell(row, 'key'),
    ...nameColumns(cell(row, 'name_zh_hans'), cell(row, 'name_en')),
    audience: cell(row, 'audience'),
    items: words(row, 'items'),
    source: cell(row, 'source'),
    source_confidence: cell(row, 'source_confidence'),
  }));
}
