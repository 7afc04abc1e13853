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
    return pairsOf(row, cities).flatMap(([issuing, accepting]) =>
      items.map((item) => ruleRow(row, { item, issuing, accepting })),
    );
  });
  return onceEach([...written, ...provinceRows(sources, materials)]);
}

/** A later row for the same use replaces an earlier one. */
function onceEach(rows: readonly ReturnType<typeof ruleRow>[]) {
  const keyOf = (row: ReturnType<typeof ruleRow>) =>
    [row.type, row.issuing, row.accepting, row.item, row.purpose, row.valid_from].join(' ');
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

interface Use {
  readonly item: string;
  readonly issuing: string;
  readonly accepting: string;
}

function ruleRow(row: SourceRow, { item, issuing, accepting }: Use) {
  return {
    type: cell(row, 'types'),
    issuing,
    accepting,
    item,
    purpose: cell(row, 'purpose'),
    level: cell(row, 'level'),
    valid_from: cell(row, 'valid_from'),
    valid_until: cell(row, 'valid_until'),
    basis: cell(row, 'basis'),
    source_confidence: cell(row, 'source_confidence'),
  };
}

function pairsOf(row: SourceRow, cities: readonly string[]): (readonly [string, string])[] {
  const list = (column: string) => (cell(row, column) === 'each' ? cities : words(row, column));
  const pairs = list('issuing').flatMap((from) => list('accepting').map((to) => [from, to] as const));
  return pairs.filter(([from, to]) => from === '*' || from !== to);
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
  return materials
    .filter((each) => above.has(each.item))
    .flatMap((each) => each.any_of.filter((type) => municipal.has(type)).map((type) => [type, each.item] as const))
    .map(([type, item]) => ruleRow({ ...row, types: type }, { item, issuing: '*', accepting: '430000' }));
}
