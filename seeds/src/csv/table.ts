import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeedFaults } from './seed-faults.js';
import { splitLines, type CsvLine } from './split-lines.js';
import { TableRow } from './table-row.js';

/** Where a seed folder lies, and what it is called in a fault. */
export interface SeedFolder {
  readonly directory: string;
  /** Path below the seeds' directory, e.g. `cities/430200`. */
  readonly name: string;
}

/** A CSV file of the seeds: rows of text by column, each of which knows its line. */
export class Table {
  private constructor(
    private readonly file: string,
    private readonly faults: SeedFaults,
  ) {}

  /**
   * Reads a file. A missing file, broken quoting, and missing or unknown columns are faults.
   * @param columns the columns that the file must have, and no others.
   */
  static read(folder: SeedFolder, name: string, columns: readonly string[], faults: SeedFaults): TableRow[] {
    const table = new Table(`${folder.name}/${name}`, faults);
    try {
      return table.rows(splitLines(readFileSync(join(folder.directory, name), 'utf8')), columns);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      table.report(0, '', error.message);
      return [];
    }
  }

  /** Reports a fault at a line. */
  report(line: number, column: string, reason: string): void {
    this.faults.add({ file: this.file, line, column, reason });
  }

  private rows([header, ...records]: readonly CsvLine[], columns: readonly string[]): TableRow[] {
    const present = header?.cells ?? [];
    const missing = columns.filter((column) => !present.includes(column));
    const unknown = present.filter((column) => !columns.includes(column));
    missing.forEach((column) => this.report(1, column, 'the column is missing'));
    unknown.forEach((column) => this.report(1, column, 'the column is not known'));
    if (missing.length > 0) return [];
    const positions = new Map(present.map((column, index) => [column, index]));
    return records.flatMap((record) => {
      const { line, cells } = record;
      const fault = record.fault ?? widthFault(cells.length, present.length);
      if (fault) this.report(line, '', fault);
      return fault ? [] : [new TableRow(this, line, cells, positions)];
    });
  }
}

function widthFault(cells: number, columns: number): string | undefined {
  return cells === columns ? undefined : `has ${cells} cells, the header has ${columns}`;
}
