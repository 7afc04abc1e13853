/** One question of a request, as `extensions.routing` tells it to who asked for it. */
export interface AskedRow {
  /** response key of the root field; for what is fetched afterwards `Type.field` */
  readonly field: string;
  /** division of the node, or `registry` */
  readonly node: string;
  /** from asking to the last byte of the answer; next to nothing when it was kept */
  readonly milliseconds: number;
  /** whether an answer that was kept served */
  readonly cached: boolean;
  /** why there was no answer: `timeout`, `unreachable`, `leftAlone`, `busy` */
  readonly failure?: string;
}

/** What one request asked of whom, gathered while it runs. */
export class RouteReport {
  private readonly rows: AskedRow[] = [];

  add(row: AskedRow): void {
    this.rows.push({ ...row, milliseconds: Math.round(row.milliseconds * 100) / 100 });
  }

  /** As a member of the answer's `extensions`. */
  get extension(): string {
    return `"routing":${JSON.stringify(this.rows)}`;
  }
}
