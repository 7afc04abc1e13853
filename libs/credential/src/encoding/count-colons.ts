/**
 * The colons outside the strings of a JSON text: one for every name that was written. For text whose grammar is proven.
 * Strings are jumped over, each part of the text is looked at once for each of the two marks.
 */
export function countColons(text: string): number {
  let count = 0;
  let colon = text.indexOf(':');
  let quote = text.indexOf('"');
  while (colon >= 0) {
    if (quote < 0 || colon < quote) {
      count += 1;
      colon = text.indexOf(':', colon + 1);
    } else {
      const behind = endOfString(text, quote);
      quote = text.indexOf('"', behind);
      if (colon < behind) colon = text.indexOf(':', behind);
    }
  }
  return count;
}

/** The place after the closing quote: the first one before which an even number of backslashes stands. */
function endOfString(text: string, quote: number): number {
  let close = text.indexOf('"', quote + 1);
  while (isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return close + 1;
}

function isEscaped(text: string, place: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(place - 1 - backslashes) === 0x5c) backslashes += 1;
  return backslashes % 2 === 1;
}
