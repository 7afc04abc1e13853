import type { Folding } from './fold-script.js';

/** A query as the index compares it. */
export interface Wish {
  /** folded, its words parted by single spaces */
  readonly text: string;
  /** its letters without tones and spaces, when it is nothing else */
  readonly letters?: string;
  /** its words: parted by white space, and where Chinese and letters meet */
  readonly words: readonly string[];
}

const meeting = /(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z\d])(?=\p{Script=Han})/gu;

/** Reads what somebody typed into a search box. */
export function readWish(query: string, fold: Folding): Wish {
  const text = fold(query).replace(/\s+/gu, ' ');
  return { text, letters: lettersIn(query), words: text.replace(meeting, ' ').split(' ').filter(Boolean) };
}

/** Pinyin as it is typed, in letters alone: `Yǎng lǎo`, `yang3lao3`, `xi'an`, `lü`, `lu:`; undefined for what is no pinyin. */
export function lettersIn(query: string): string | undefined {
  const plain = query
    .normalize('NFKD')
    .toLowerCase()
    .replace(/u(\u0308|:)/g, 'v')
    .replace(/\p{M}/gu, '');
  const letters = plain.replace(/(?<=[a-z])[0-5]/g, '').replace(/[\s'’-]/g, '');
  return /^[a-z]+$/.test(letters) ? letters : undefined;
}
