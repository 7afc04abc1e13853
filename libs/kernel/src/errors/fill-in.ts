import type { Language } from '../language/language.js';
import { terms } from './terms.js';

interface Values {
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Puts the values into the `{placeholders}` of a catalogue text; a value that names a term is said in the language. */
export function fillIn(text: string, language: Language, { field, params = {} }: Values): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === 'field' ? (field ?? params['field'] ?? 'field') : (params[name] ?? 'unnamed');
    return terms.get(String(value))?.[language] ?? String(value);
  });
}
