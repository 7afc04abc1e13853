/** Where in a name the query stands: the earlier one goes first. */
export const places = ['exact', 'prefix', 'within'] as const;
/** One place. */
export type Place = (typeof places)[number];

/** How a name was found: as it is written, then as it is spoken, then by its initials, then each word for itself. */
export const manners = ['written', 'spoken', 'spoken-otherwise', 'initials', 'word-by-word'] as const;
/** One manner. */
export type Manner = (typeof manners)[number];

/** The rank of a hit, the smaller the better: in every manner the exact name first, then prefixes, then what is within. */
export function rankOf(manner: Manner, place: Place): number {
  return manners.indexOf(manner) * places.length + places.indexOf(place);
}

/** Where the needle stands in a text; undefined when it does not. */
export function placeIn(text: string, needle: string): Place | undefined {
  if (text === needle) return 'exact';
  const at = text.indexOf(needle);
  if (at < 0) return undefined;
  return at === 0 ? 'prefix' : 'within';
}

/** The better of two places. */
export function betterPlace(one: Place | undefined, other: Place | undefined): Place | undefined {
  if (!one || !other) return one ?? other;
  return places.indexOf(one) <= places.indexOf(other) ? one : other;
}
