/** Turns text into the form in which it is indexed and compared: one script, one case, one width. */
export type Folding = (text: string) => string;

/** The published types of opencc-js do not resolve in an ES module, hence the shape said here. */
interface OpenCC {
  readonly Converter: (direction: { from: 't'; to: 'cn' }) => Folding;
}

/**
 * One script for comparison: traditional characters (Hong Kong, Taiwan and mainland forms) become simplified, letters
 * small, full-width forms half-width. The conversion table is loaded when the first search needs it, not at start.
 */
export async function loadFolding(): Promise<Folding> {
  const { Converter } = (await import('opencc-js/t2cn')) as unknown as OpenCC;
  const simplify = Converter({ from: 't', to: 'cn' });
  return (text) => simplify(text.normalize('NFKC').toLowerCase()).trim();
}
