import { KuashiError } from '../errors/kuashi-error.js';
import type { DivisionCode } from './division-code.js';

/** One division of the table. `status`: in force, given up (then `successor` where there is one), or reserved for synthetic data. */
export interface DivisionRow {
  readonly code: DivisionCode;
  readonly name: string | object;
  readonly kind: 'province' | 'city' | 'county';
  readonly status: 'current' | 'retired' | 'synthetic';
  readonly successor?: DivisionCode;
}

/** What a table accepts as a division in force. */
export interface DivisionTableOptions {
  /** True in the sandbox; production refuses the synthetic codes. Default false. */
  readonly acceptSynthetic?: boolean;
}

/**
 * The divisions that are known. A code may occur twice, retired under an old name and current under a new one
 * (430102 was 东区 until 1995 and is 芙蓉区 since): the current row wins.
 */
export class DivisionTable<Row extends DivisionRow = DivisionRow> {
  private readonly rows = new Map<string, Row>();
  private readonly acceptSynthetic: boolean;

  constructor(rows: Iterable<Row>, options: DivisionTableOptions = {}) {
    this.acceptSynthetic = options.acceptSynthetic ?? false;
    for (const row of rows) {
      if (this.rows.get(row.code)?.status !== 'current') this.rows.set(row.code, row);
    }
  }

  /** The row of a code, whatever its status. */
  find(code: string): Row | undefined {
    return this.rows.get(code);
  }

  /** Every division in force. */
  allCurrent(): Row[] {
    return [...this.rows.values()].filter((row) => row.status === 'current');
  }

  /**
   * The row of a code that may be used today, as an address or to route.
   * @throws DIVISION_UNKNOWN, DIVISION_RETIRED (params: the successor) or DIVISION_SYNTHETIC.
   */
  current(code: string, field?: string): Row {
    const row = this.rows.get(code);
    if (!row) throw new KuashiError('DIVISION_UNKNOWN', { field, params: { division: code } });
    if (row.status === 'retired') {
      throw new KuashiError('DIVISION_RETIRED', {
        field,
        params: { division: code, successor: row.successor ?? '' },
      });
    }
    if (row.status === 'synthetic' && !this.acceptSynthetic) {
      throw new KuashiError('DIVISION_SYNTHETIC', { field, params: { division: code } });
    }
    return row;
  }
}
