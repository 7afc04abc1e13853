import { isLocalDate, KuashiError, textOfParam } from '#libs/kernel';
import type { LocalizedName } from '../types.js';

/** Where a row reports what is wrong with it. */
interface RowOwner {
  report(line: number, column: string, reason: string): void;
}

/**
 * A row of a seed file. Each reader checks its cell, reports a fault if it is wrong and then gives a stand-in, so that
 * the rest of the row is still checked.
 */
export class TableRow {
  constructor(
    private readonly table: RowOwner,
    private readonly line: number,
    private readonly cells: readonly string[],
    private readonly positions: ReadonlyMap<string, number>,
  ) {}

  fault(column: string, reason: string): void {
    this.table.report(this.line, column, reason);
  }

  /** Text that may be empty. */
  raw(column: string): string {
    return this.cells[this.positions.get(column) ?? -1] ?? '';
  }

  /** Text that may not be empty. */
  text(column: string): string {
    const text = this.raw(column);
    if (text === '') this.fault(column, 'is empty');
    return text;
  }

  optional(column: string): string | undefined {
    return this.raw(column) || undefined;
  }

  oneOf<Value extends string>(column: string, values: readonly Value[]): Value {
    const text = this.raw(column);
    const found = values.find((value) => value === text);
    if (found === undefined) this.fault(column, `${text || 'nothing'} is not one of ${values.join(', ')}`);
    return found ?? (values[0] as Value);
  }

  /** Parts between semicolons; none if the cell is empty. */
  list(column: string): string[] {
    const text = this.raw(column);
    return text === '' ? [] : text.split(';');
  }

  listOf<Value extends string>(column: string, values: readonly Value[]): Value[] {
    return this.list(column).flatMap((part) => {
      const found = values.find((value) => value === part);
      if (found === undefined) this.fault(column, `${part} is not one of ${values.join(', ')}`);
      return found === undefined ? [] : [found];
    });
  }

  /** A whole number of at least 0 and at most `max`. */
  integer(column: string, max: number): number {
    const text = this.raw(column);
    const number = Number(text);
    if (/^\d+$/.test(text) && number <= max) return number;
    this.fault(column, `${text || 'nothing'} is not a whole number of 0 to ${max}`);
    return 0;
  }

  flag(column: string): boolean {
    return this.oneOf(column, ['true', 'false']) === 'true';
  }

  /** A day, `YYYY-MM-DD`. */
  date(column: string): string {
    const text = this.raw(column);
    if (!isLocalDate(text)) this.fault(column, `${text || 'nothing'} is not a day YYYY-MM-DD`);
    return text;
  }

  /** What one of the kernel's parsers makes of the cell; its error is the fault. */
  parsed<Value extends string>(column: string, parse: (text: string) => Value): Value {
    return this.parse(column, this.raw(column), parse);
  }

  /** What one of the kernel's parsers makes of each part of a list. */
  parsedList<Value extends string>(column: string, parse: (text: string) => Value): Value[] {
    return this.list(column).map((part) => this.parse(column, part, parse));
  }

  private parse<Value extends string>(column: string, text: string, parse: (text: string) => Value): Value {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof KuashiError)) throw error;
      const reason = Object.values(error.params)
        .map((param) => textOfParam(param))
        .join(' ');
      this.fault(column, `${text || 'nothing'} is refused: ${error.code}${reason && ` (${reason})`}`);
      return text as Value;
    }
  }

  /** The three names of a row. */
  name(): LocalizedName {
    return { zhHans: this.text('name_zh_hans'), zhHant: this.text('name_zh_hant'), en: this.text('name_en') };
  }

  /** Reports a reference to something that does not exist. */
  refers(column: string, key: string, known: { has(key: string): boolean }, what: string): void {
    if (!known.has(key)) this.fault(column, `there is no ${what} ${key}`);
  }
}

/** The columns that {@link TableRow.name} reads. */
export const nameColumns = ['name_zh_hans', 'name_zh_hant', 'name_en'] as const;

/** Rows by key; a key that occurs twice is a fault of the later row. */
export class Keyed<Value> extends Map<string, Value> {
  put(row: TableRow, column: string, key: string, value: Value): void {
    if (this.has(key)) row.fault(column, `${key} occurs twice`);
    this.set(key, value);
  }
}
