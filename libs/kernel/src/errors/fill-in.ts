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
 * a term, or an error of the catalogue as the reason of another, is said in the language; a reason that is a sentence
 * lends no second full stop. What stands in `[…]` is left out when a parameter in it is missing or empty.
 */
export function fillIn(text: string, language: Language, values: Values): string {
  const isGiven = (name: string): boolean => valueOf(name, language, values) !== undefined;
  const given = text.replace(/\[([^\]]*)\]/g, (_, part: string) => (namesIn(part).every(isGiven) ? part : ''));
  const filled = given.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = valueOf(name, language, values) ?? (name === 'field' ? '#field' : '#unnamed');
    return said(value, language) ?? sentenceOf(value, language) ?? value;
  });
  return filled.replace(/(?<=[?？])[.。]/g, '');
}

/** A term, or several with commas between them, in the language. */
function said(value: string, language: Language): string | undefined {
  const found = value.split(', ').map((one) => terms.get(one)?.[language]);
  return found.includes(undefined) ? undefined : found.join(language === 'en' ? ', ' : '、');
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
  if (given === undefined || given === '') return undefined;
  const value = textOfParam(given, language);
  return name === 'reason' ? value.replace(/[.。]$/, '') : value;
}
