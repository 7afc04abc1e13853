import type { InEveryLanguage } from '../language/language.js';

export const terms: ReadonlyMap<string, InEveryLanguage> = new Map();
