import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { SeedFaults } from './seed-faults.js';
import { TableRow } from './table-row.js';

const options = { bom: true, relax_column_count: true, skip_empty_lines: true } as const;

/** Where a seed folder lies, and what it is called in a fault. */
export interface SeedFolder {
  readonly directory: string;
  /** Path below the seeds' directory, e.g. `cities/430200`. */
  readonly name: string;
}

/** A CSV file of the seeds: rows of text by column, each of which knows its line. */
export class Table {
  private lines: readonly number[] | undefined;

  private constructor(
    readonly file: string,
    private readonly text: string,
    private readonly faults: SeedFaults,
  ) {}

  /**
   * Reads a file. A missing file, broken quoting, and missing or unknown columns are faults; the rows are then none.
   * @param columns the columns that the file must have, and no others.
   */
  static read(folder: SeedFolder, name: string, columns: readonly string[], faults: SeedFaults): TableRow[] {
    const file = `${folder.name}/${name}`;
    try {
      const text = readFileSync(join(folder.directory, name), 'utf8');
      return new Table(file, text, faults).rows(columns);
    } catch (error) {
      const line = error instanceof CsvError ? Number(error['lines'] ?? 0) : 0;
      faults.add({ file, line, column: '', reason: error instanceof Error ? error.message : String(error) });
      return [];
    }
  }

  /** Reports a fault of a record. */
  report(index: number, column: string, reason: string): void {
    this.faults.add({ file: this.file, line: this.lineOf(index), column, reason });
  }

  private rows(columns: readonly string[]): TableRow[] {
    const [header = [], ...records] = parse(this.text, options);
    const missing = columns.filter((column) => !header.includes(column));
    const unknown = header.filter((column) => !columns.includes(column));
    missing.forEach((column) => this.report(0, column, 'the column is missing'));
    unknown.forEach((column) => this.report(0, column, 'the column is not known'));
    if (missing.length > 0) return [];
    const positions = new Map(header.map((column, index) => [column, index]));
    return records.map((record, index) => {
      if (record.length !== header.length) {
        this.report(index + 1, '', `${record.length} cells, the header has ${header.length}`);
      }
      return new TableRow(this, index + 1, record, positions);
    });
  }

  /** Lines are counted only when a fault needs one: a second reading costs more than the first. */
  private lineOf(index: number): number {
    this.lines ??= parse(this.text, { ...options, info: true }).map(lineAtEnd);
    return this.lines[index] ?? 0;
  }
}

function lineAtEnd(record: unknown): number {
  return (record as { info: { lines: number } }).info.lines;
}
