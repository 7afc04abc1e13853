import type { LocalizedName } from '#seeds';
import { BigramIndex } from './bigram-index.js';
import { loadFolding } from './fold-script.js';

interface Named {
  readonly names: LocalizedName;
}

/** Search over the names of rows in all three languages. The index is built by the first search, not at start. */
export class NameIndex<Row extends Named> {
  private index?: Promise<BigramIndex<Row>>;

  constructor(private readonly rows: readonly Row[]) {}

  /** The rows that match, in the order of the list; all of them for an absent or empty query. */
  async search(query: string | undefined): Promise<readonly Row[]> {
    if (!query?.trim()) return this.rows;
    this.index ??= this.build();
    return (await this.index).search(query);
  }

  private async build(): Promise<BigramIndex<Row>> {
    const index = new BigramIndex<Row>(await loadFolding());
    for (const row of this.rows) index.add(row, [row.names.zhHans, row.names.zhHant, row.names.en]);
    return index;
  }
}
