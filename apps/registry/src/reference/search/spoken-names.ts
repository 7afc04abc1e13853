import { type Manner, type Place, rankOf } from './rank.js';
import type { Syllable } from './syllables.js';

type Reading = keyof Syllable;

/** In which order the readings of a name are tried. */
const readings: readonly { readonly reading: Reading; readonly manner: Manner }[] = [
  { reading: 'spoken', manner: 'spoken' },
  { reading: 'otherwise', manner: 'spoken-otherwise' },
  { reading: 'initials', manner: 'initials' },
];

/** A syllable at which a search may begin. */
interface Start {
  readonly row: number;
  readonly at: number;
}

/**
 * Finds names as they are spoken: by the letters of their syllables (pinyin without tones) or by the initials of these.
 * A hit begins where a syllable begins; the last syllable may still be unfinished.
 */
export class SpokenNames {
  private readonly names: (readonly Syllable[])[] = [];
  private readonly starts = new Map<string, Start[]>();

  /** Adds the name of one row. Rows are known by the order in which they were added. */
  add(name: readonly Syllable[]): void {
    const row = this.names.push(name) - 1;
    for (const [at, syllable] of name.entries()) {
      const start = { row, at };
      for (const opening of openingsOf(syllable, name[at + 1])) this.startsOf(opening).push(start);
    }
  }

  /** The rows that are spoken so, with their ranks. @param letters a to z, without tones and spaces */
  find(letters: string): Map<number, number> {
    const found = new Map<number, number>();
    for (const { row, at } of this.startsOf(letters.slice(0, 2))) {
      const rank = rankFrom(this.names[row] ?? [], at, letters);
      if (rank !== undefined) found.set(row, Math.min(rank, found.get(row) ?? rank));
    }
    return found;
  }

  /** Where one or two letters begin what is spoken. */
  private startsOf(opening: string): Start[] {
    const known = this.starts.get(opening) ?? [];
    this.starts.set(opening, known);
    return known;
  }
}

/** The letter, and the pairs of letters, with which a search that begins at a syllable can begin. */
function openingsOf({ otherwise, initials }: Syllable, next: Syllable | undefined): Set<string> {
  const following = next?.initials.map((initial) => initial.charAt(0)) ?? [];
  const pairs = (letter: string): string[] => following.map((one) => `${letter}${one}`);
  const letters = initials.map((initial) => initial.charAt(0));
  const spoken = otherwise.flatMap((reading) => (reading.length > 1 ? [reading.slice(0, 2)] : pairs(reading)));
  return new Set([...letters, ...spoken, ...letters.flatMap(pairs)]);
}

function rankFrom(name: readonly Syllable[], at: number, letters: string): number | undefined {
  for (const { reading, manner } of readings) {
    const reached = speak(name, at, letters, reading);
    if (reached) return rankOf(manner, placeOf(at, reached));
  }
  return undefined;
}

function placeOf(at: number, reached: 'part' | 'all'): Place {
  if (at > 0) return 'within';
  return reached === 'all' ? 'exact' : 'prefix';
}

/** Whether the letters are spoken from a syllable on, and whether the name ends with them. */
function speak(name: readonly Syllable[], at: number, letters: string, reading: Reading): 'part' | 'all' | undefined {
  if (letters === '') return at === name.length ? 'all' : 'part';
  let reached: 'part' | undefined;
  for (const way of name[at]?.[reading] ?? []) {
    const further = letters.startsWith(way) ? speak(name, at + 1, letters.slice(way.length), reading) : undefined;
    if (further === 'all') return further;
    if (further === 'part' || way.startsWith(letters)) reached = 'part';
  }
  return reached;
}
