import { parseDivisionCode, type DivisionCode } from '#libs/kernel';
import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, type TableRow } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import { recognitionLevels, type RecognitionRule } from '../types.js';

const columns = [
  ...['type', 'issuing', 'accepting', 'item', 'purpose', 'level', 'valid_from', 'valid_until', 'basis'],
  'source_confidence',
];

interface RuleReferences {
  readonly types: { has(key: string): boolean };
  readonly items: { has(key: string): boolean };
}

/** recognition-rules.csv. */
export function loadRecognitionRules(
  folder: SeedFolder,
  { types, items }: RuleReferences,
  faults: SeedFaults,
): RecognitionRule[] {
  const uses = new Keyed<string>();
  return Table.read(folder, 'recognition-rules.csv', columns, faults).map((row) => {
    const rule = recognitionRule(row);
    row.refers('type', rule.type, types, 'certificate type');
    if (rule.item !== '*') row.refers('item', rule.item, items, 'item');
    if (rule.issuing !== '*' && rule.issuing === rule.accepting) row.fault('accepting', 'is the issuing city itself');
    if (rule.validUntil && rule.validUntil < rule.validFrom) row.fault('valid_until', 'lies before valid_from');
    const use = [rule.type, rule.issuing, rule.accepting, rule.item, rule.purpose, rule.validFrom].join(' ');
    uses.put(row, 'type', use, rule.level);
    return rule;
  });
}

function recognitionRule(row: TableRow): RecognitionRule {
  return {
    type: row.text('type'),
    issuing: row.parsed('issuing', divisionOrAll),
    accepting: row.parsed('accepting', divisionOrAll),
    item: row.text('item'),
    purpose: row.text('purpose'),
    level: row.oneOf('level', recognitionLevels),
    validFrom: row.date('valid_from'),
    validUntil: row.raw('valid_until') === '' ? undefined : row.date('valid_until'),
    basis: row.text('basis'),
    sourceConfidence: row.text('source_confidence'),
  };
}

function divisionOrAll(text: string): DivisionCode | '*' {
  return text === '*' ? text : parseDivisionCode(text);
}
