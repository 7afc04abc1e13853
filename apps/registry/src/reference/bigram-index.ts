/** Turns text into the form in which it is indexed and compared: one script, one case, one width. */
export type Folding = (text: string) => string;

interface Entry<Key> {
  readonly key: Key;
  readonly texts: readonly string[];
}

/**
 * Finds keys by their names, in process. Chinese has no word boundaries, so a name is indexed by its pairs of
 * neighbouring characters; a hit contains every word of the query, in any one of its names.
 */
export class BigramIndex<Key> {
  private readonly entries: Entry<Key>[] = [];
  private readonly postings = new Map<string, Set<number>>();

  constructor(private readonly fold: Folding) {}

  /** Adds a key with its names in all languages. Keys come out of a search in the order they were added. */
  add(key: Key, names: readonly string[]): void {
    const texts = names.map((name) => this.fold(name));
    const position = this.entries.push({ key, texts }) - 1;
    for (const text of texts) {
      for (const bigram of bigramsOf(text)) this.postingsOf(bigram).add(position);
    }
  }

  /** The keys whose names contain every word of the query (words are parted by white space). */
  search(query: string): Key[] {
    const words = this.fold(query).split(/\s+/u).filter(Boolean);
    const candidates = this.candidates(words);
    return this.entries
      .filter((entry, position) => (candidates?.has(position) ?? true) && containsAll(entry.texts, words))
      .map((entry) => entry.key);
  }

  /** Positions that have every bigram of the words; undefined when no word is long enough to narrow the search. */
  private candidates(words: readonly string[]): Set<number> | undefined {
    const lists = words.flatMap(bigramsOf).map((bigram) => this.postings.get(bigram) ?? new Set<number>());
    lists.sort((one, other) => one.size - other.size);
    const [shortest, ...others] = lists;
    return shortest && new Set([...shortest].filter((position) => others.every((list) => list.has(position))));
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

function containsAll(texts: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => texts.some((text) => text.includes(word)));
}
