/**
 * Names that the planner puts into sub-documents. They begin with a random prefix of this engine, so that no caller can
 * forge them: not by an alias, not by a key inside a JSON value.
 */
export class Marks {
  /** variable with the keys of a hop */
  readonly keysVariable: string;
  /** variable with a city's own cursor */
  readonly afterVariable: string;
  /** alias of the field that looks objects up */
  readonly lookup: string;
  /** aliases inside a connection */
  readonly total: string;
  readonly page: string;

  /** @param random hexadecimal digits */
  constructor(random: string) {
    this.prefix = `k${random}_`;
    this.keysVariable = `${this.prefix}keys`;
    this.afterVariable = `${this.prefix}after`;
    this.lookup = `${this.prefix}found`;
    this.total = `${this.prefix}total`;
    this.page = `${this.prefix}page`;
  }

  readonly prefix: string;

  /** stands before a key whose object or field comes from elsewhere */
  hop(index: number | ''): string {
    return `${this.prefix}h${index}`;
  }

  edges(index: number): string {
    return `${this.prefix}e${index}`;
  }

  /** stands at the head of an edge, before its cursor */
  cursor(index: number): string {
    return `${this.prefix}c${index}`;
  }
}
