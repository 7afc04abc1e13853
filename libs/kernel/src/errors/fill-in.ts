import type { Language } from '../language/language.js';
import { errorCatalogue } from './error-catalogue.js';
import { textOfParam, type ErrorParams } from './error-params.js';
import { terms } from './terms.js';

interface Values {
  readonly field?: string;
  readonly params?: ErrorParams;
}

/**
 * Puts the values into a catalogue text. `{name}` is a parameter, `{field}` the path of the input; a value that names
 * a term, or an error of the catalogue as the reason of another, is said in the language. What stands in `[…]` is left out when a parameter in it is missing or empty.
 */
export function fillIn(text: string, language: Language, values: Values): string {
  const isGiven = (name: string): boolean => valueOf(name, language, values) !== undefined;
  const given = text.replace(/\[([^\]]*)\]/g, (_, part: string) => (namesIn(part).every(isGiven) ? part : ''));
  return given.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = valueOf(name, language, values) ?? (name === 'field' ? '#field' : '#unnamed');
    return terms.get(value)?.[language] ?? sentenceOf(value, language) ?? value;
  });
}

/** The message of an error that is the reason of another, without its full stop. */
function sentenceOf(value: string, language: Language): string | undefined {
  if (!Object.hasOwn(errorCatalogue, value)) return undefined;
  const { message } = errorCatalogue[value as keyof typeof errorCatalogue];
  return fillIn(message[language].replace(/[。.]$/, ''), language, {});
}

function namesIn(part: string): string[] {
  return [...part.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function valueOf(name: string, language: Language, { field, params = {} }: Values): string | undefined {
  const given = name === 'field' ? field : Object.hasOwn(params, name) ? params[name] : undefined;
  return given === undefined || given === '' ? undefined : textOfParam(given, language);
}
