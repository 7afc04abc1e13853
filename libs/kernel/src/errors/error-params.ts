import type { InEveryLanguage } from '../language/language.js';

/** A value for a placeholder of an error text; a name that readers know in their own language is given in all of them. */
export type ErrorParam = string | number | InEveryLanguage;

/** Values for the placeholders of an error's texts, by the placeholder's name. */
export type ErrorParams = Readonly<Record<string, ErrorParam>>;
