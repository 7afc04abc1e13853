import { resolve } from 'node:path';

/** Text as it stands. */
export const text = (value: string): string => value;

/** A path, made absolute against the working directory. */
export const path = (value: string): string => resolve(value);

/** One of a closed list of words. */
export function oneOf<const W extends readonly string[]>(words: W): (value: string) => W[number] {
  return (value) => {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw new Error(`must be one of ${words.join(', ')}, not "${value}"`);
    return word;
  };
}

/** `true` or `false`. */
export const flag = (value: string): boolean => oneOf(['true', 'false'])(value) === 'true';

/** A whole number within bounds. */
export function integer(minimum: number, maximum: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^-?\d+$/.test(value) || number < minimum || number > maximum) {
      throw new Error(`must be a whole number from ${minimum} to ${maximum}, not "${value}"`);
    }
    return number;
  };
}

/** An absolute http(s) address without a trailing slash, a query or a fragment. */
export function httpUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new Error(`must be an http(s) address without a query, not "${value}"`);
  }
  return value.replace(/\/+$/, '');
}

/** Comma-separated words; blanks around them do not count. */
export function list(value: string): readonly string[] {
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
