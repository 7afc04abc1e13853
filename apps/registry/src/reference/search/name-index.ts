import { setImmediate } from 'node:timers/promises';
import type { LocalizedName } from '#seeds';
import { type Folding, loadFolding } from './fold-script.js';
import { rankOf } from './rank.js';
import { SpokenNames } from './spoken-names.js';
import { loadSpeaking } from './syllables.js';
import { lettersIn, readWish } from './wish.js';
import { WrittenNames } from './written-names.js';

interface Named {
  readonly names: LocalizedName;
}

/** A row that a search found. */
export interface Hit<Row> {
  readonly row: Row;
  /** its place in the list */
  readonly place: number;
  /** how well it fits, 0 the best; in a list that was not searched every row has 0 */
  readonly rank: number;
}

/** After so many names the readings of the next ones wait for other work. */
const namesAtATime = 50;

/**
 * Search over the names of rows: in either script, in English, in pinyin and by its initials. Each index is built by the
 * first search that needs it, not at start.
 */
export class NameIndex<Row extends Named> {
  private readonly everything: readonly Hit<Row>[];
  private folding?: Promise<Folding>;
  private written?: Promise<WrittenNames>;
  private spoken?: Promise<SpokenNames>;

  constructor(private readonly rows: readonly Row[]) {
    this.everything = rows.map((row, place) => ({ row, place, rank: 0 }));
  }

  /** The rows that fit, the best first, else in the order of the list; all of them for an absent or empty query. */
  async search(query: string | undefined): Promise<readonly Hit<Row>[]> {
    if (!query?.trim()) return this.everything;
    const wish = readWish(query, await (this.folding ??= loadFolding()));
    const best = new Map<number, number>();
    const offer = (place: number, rank: number): void => void best.set(place, Math.min(rank, best.get(place) ?? rank));
    for (const [place, rank] of await this.find(wish.text, wish.letters)) offer(place, rank);
    if (wish.words.length > 1) {
      const words = await Promise.all(wish.words.map((word) => this.find(word, lettersIn(word))));
      for (const place of inAll(words)) offer(place, rankOf('word-by-word', 'within'));
    }
    return this.inOrder(best);
  }

  /** Where a text stands in the names, written or, if it is made of letters, spoken. */
  private async find(text: string, letters: string | undefined): Promise<Map<number, number>> {
    const found = letters ? (await (this.spoken ??= this.listen())).find(letters) : new Map<number, number>();
    for (const [place, standing] of (await (this.written ??= this.read())).find(text))
      found.set(place, rankOf('written', standing));
    return found;
  }

  private inOrder(best: ReadonlyMap<number, number>): Hit<Row>[] {
    return [...best]
      .sort(([place, rank], [otherPlace, otherRank]) => rank - otherRank || place - otherPlace)
      .flatMap(([place, rank]) => {
        const hit = this.everything[place];
        return hit ? [{ ...hit, rank }] : [];
      });
  }

  private async read(): Promise<WrittenNames> {
    const fold = await (this.folding ??= loadFolding());
    const written = new WrittenNames();
    for (const { names } of this.rows) written.add([names.zhHans, names.zhHant, names.en].map(fold));
    return written;
  }

  private async listen(): Promise<SpokenNames> {
    const speak = await loadSpeaking();
    const spoken = new SpokenNames();
    for (const [place, { names }] of this.rows.entries()) {
      if (place % namesAtATime === 0) await setImmediate();
      spoken.add(speak(names.zhHans));
    }
    return spoken;
  }
}

/** The rows that every search has found. */
function inAll([first, ...others]: readonly ReadonlyMap<number, number>[]): number[] {
  return [...(first?.keys() ?? [])].filter((place) => others.every((found) => found.has(place)));
}
