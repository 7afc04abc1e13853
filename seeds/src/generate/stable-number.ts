/** A number of 0 to `below` - 1 that depends on the text alone (FNV-1a): the same text, the same number, for ever. */
export function stableNumber(text: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % below;
}
