import type { InEveryLanguage, Language } from '../language/language.js';

/** A value for a placeholder of an error text; a name that readers know in their own language is given in all of them. */
export type ErrorParam = string | number | InEveryLanguage;

/** A parameter as text: its name in the language, or the value itself. */
export function textOfParam(param: ErrorParam, language: Language = 'en'): string {
  return typeof param === 'object' ? param[language] : String(param);
}

/** Values for the placeholders of an error's texts, by the placeholder's name. */
export type ErrorParams = Readonly<Record<string, ErrorParam>>;
