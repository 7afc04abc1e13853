import { betterPlace, type Place, placeIn } from './rank.js';

/**
 * Finds names as they are written. Chinese has no word boundaries, so a name is indexed by its pairs of neighbouring
 * characters; a hit contains the whole text, in any one of its names. Texts come folded into one script and case.
 */
export class WrittenNames {
  private readonly entries: (readonly string[])[] = [];
  private readonly postings = new Map<string, Set<number>>();

  /** Adds the names of one row, in all languages. Rows are known by the order in which they were added. */
  add(texts: readonly string[]): void {
    const row = this.entries.push(texts) - 1;
    for (const text of texts) for (const bigram of bigramsOf(text)) this.postingsOf(bigram).add(row);
  }

  /** The rows with the text in a name, and where it stands there at best. */
  find(text: string): Map<number, Place> {
    const found = new Map<number, Place>();
    for (const row of this.candidates(text)) {
      const places = this.entries[row]?.map((name) => placeIn(name, text)) ?? [];
      const place = places.reduce(betterPlace, undefined);
      if (place) found.set(row, place);
    }
    return found;
  }

  /** Rows that have every bigram of the text; all of them when it is too short to narrow the search. */
  private candidates(text: string): Iterable<number> {
    const lists = bigramsOf(text).map((bigram) => this.postings.get(bigram) ?? new Set<number>());
    const [shortest, ...others] = lists.sort((one, other) => one.size - other.size);
    if (!shortest) return this.entries.keys();
    return [...shortest].filter((row) => others.every((list) => list.has(row)));
  }

  private postingsOf(bigram: string): Set<number> {
    const known = this.postings.get(bigram) ?? new Set<number>();
    this.postings.set(bigram, known);
    return known;
  }
}

function bigramsOf(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
