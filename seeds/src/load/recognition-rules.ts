import { parseDivisionCode, type DivisionCode } from '#libs/kernel';
import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, type TableRow } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import { recognitionLevels, type RecognitionRule } from '../types.js';

const columns = [
  ...['type', 'issuing', 'accepting', 'items', 'purpose', 'level', 'valid_from', 'valid_until', 'basis'],
  'source_confidence',
];

interface RuleReferences {
  readonly types: { has(key: string): boolean };
  readonly items: { has(key: string): boolean };
}

/** recognition-rules.csv. A row may name several accepting divisions and several items: it is then a rule for each. */
export function loadRecognitionRules(
  folder: SeedFolder,
  { types, items }: RuleReferences,
  faults: SeedFaults,
): RecognitionRule[] {
  const uses = new Keyed<string>();
  return Table.read(folder, 'recognition-rules.csv', columns, faults).flatMap((row) => {
    const rules = rulesOf(row);
    if (rules.length === 0) row.fault('accepting', 'names no division, or the row no item');
    row.refers('type', row.raw('type'), types, 'certificate type');
    row.list('items').forEach((item) => item === '*' || row.refers('items', item, items, 'item'));
    for (const { type, issuing, accepting, item, purpose, validFrom, validUntil, level } of rules) {
      if (issuing !== '*' && issuing === accepting) row.fault('accepting', 'is the issuing city itself');
      if (validUntil && validUntil < validFrom) row.fault('valid_until', 'lies before valid_from');
      uses.put(row, 'type', [type, issuing, accepting, item, purpose, validFrom].join(' '), level);
    }
    return rules;
  });
}

function rulesOf(row: TableRow): RecognitionRule[] {
  const shared = {
    type: row.text('type'),
    issuing: row.parsed('issuing', divisionOrAll),
    purpose: row.text('purpose'),
    level: row.oneOf('level', recognitionLevels),
    validFrom: row.date('valid_from'),
    validUntil: row.raw('valid_until') === '' ? undefined : row.date('valid_until'),
    basis: row.text('basis'),
    sourceConfidence: row.text('source_confidence'),
  };
  const items = row.list('items');
  return row
    .parsedList('accepting', divisionOrAll)
    .flatMap((accepting) => items.map((item) => ({ ...shared, accepting, item })));
}

function divisionOrAll(text: string): DivisionCode | '*' {
  return text === '*' ? text : parseDivisionCode(text);
}
