import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A row of a source file: text by column. */
export type SourceRow = Readonly<Record<string, string>>;

/** All rows of a CSV file with a header line. */
export function readRows(...path: string[]): SourceRow[] {
  return parse(readFileSync(join(...path), 'utf8'), { columns: true, skip_empty_lines: true });
}

/** The text of a column; a source without the column is a mistake of its maintainer. */
export function cell(row: SourceRow, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`no column ${column} in a row of ${Object.keys(row).join(', ')}`);
  return text;
}

/** The words of a list column. Sources separate by space, semicolon or both. */
export function words(row: SourceRow, column: string): string[] {
  return cell(row, column)
    .split(/[;\s]+/)
    .filter(Boolean);
}

/** Whether a key matches one of the patterns, where `*` stands for any text. No pattern at all matches every key. */
export function matchesAny(key: string, patterns: readonly string[]): boolean {
  return patterns.length === 0 || patterns.some((pattern) => globOf(pattern).test(key));
}

function globOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').join('.*')}$`);
}
