import { cell, matchesAny, words, type SourceRow } from './row.js';
import type { MaterialRow } from './material-columns.js';
import type { Sources } from './sources.js';

/**
 * Rows of recognition-rules.csv from recognition.csv, where `each` stands for every ordered pair of the cities, an
 * item may be a pattern, and `@materials` stands for every item that accepts the type as a material.
 */
export function recognitionRows(sources: Sources, materials: readonly MaterialRow[], cities: readonly string[]) {
  const written = sources.recognition.flatMap((row) => {
    const items = itemsOf(row, sources, materials);
    return issuersOf(row, cities).map(([issuing, accepting]) => ruleRow(row, { items, issuing, accepting }));
  });
  return [...written, ...provinceRows(sources, materials)];
}

interface Use {
  readonly items: readonly string[];
  readonly issuing: string;
  readonly accepting: readonly string[];
}

function ruleRow(row: SourceRow, { items, issuing, accepting }: Use) {
  return {
    type: cell(row, 'types'),
    issuing,
    accepting,
    items,
    purpose: cell(row, 'purpose'),
    level: cell(row, 'level'),
    valid_from: cell(row, 'valid_from'),
    valid_until: cell(row, 'valid_until'),
    basis: cell(row, 'basis'),
    source_confidence: cell(row, 'source_confidence'),
  };
}

/** Each issuing city with those that accept from it. */
function issuersOf(row: SourceRow, cities: readonly string[]): (readonly [string, readonly string[]])[] {
  const list = (column: string) => (cell(row, column) === 'each' ? cities : words(row, column));
  return list('issuing').map((issuing) => [issuing, list('accepting').filter((to) => to !== issuing || to === '*')]);
}

function itemsOf(row: SourceRow, { items }: Sources, materials: readonly MaterialRow[]): string[] {
  const pattern = cell(row, 'item');
  if (pattern === '*') return ['*'];
  if (pattern === '@materials') return acceptingItems(cell(row, 'types'), materials);
  return items.map((item) => cell(item, 'key')).filter((key) => matchesAny(key, [pattern]));
}

function acceptingItems(type: string, materials: readonly MaterialRow[]): string[] {
  return [...new Set(materials.filter((each) => each.any_of.includes(type)).map((each) => each.item))];
}

/** Items that the province decides take every city's certificates of the types they ask for. */
function provinceRows({ items, types }: Sources, materials: readonly MaterialRow[]) {
  const above = new Set(
    items
      .filter((item) => ['provincial', 'national'].includes(cell(item, 'authority_level')))
      .map((i) => cell(i, 'key')),
  );
  const municipal = new Set(
    types
      .filter((type) => cell(type, 'issuer_level') === 'municipal' && cell(type, 'national_source') !== 'true')
      .map((type) => cell(type, 'key')),
  );
  const row: SourceRow = {
    purpose: 'application',
    level: 'R3',
    valid_from: '2023-01-01',
    valid_until: '',
    basis: 'an item decided by the province takes the municipal kinds it asks for',
    source_confidence: 'project',
  };
  const wanted = materials.filter((each) => above.has(each.item)).flatMap((each) => each.any_of);
  return [...new Set(wanted)]
    .filter((type) => municipal.has(type))
    .map((type) => {
      const items = acceptingItems(type, materials).filter((item) => above.has(item));
      return ruleRow({ ...row, types: type }, { items, issuing: '*', accepting: ['430000'] });
    });
}
