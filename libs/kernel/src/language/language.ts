/** The languages every text of Kuashi exists in: simplified Chinese, traditional Chinese, English (BCP 47 tags). */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en';

/** All languages; the first is the default. */
export const languages: readonly Language[] = ['zh-Hans', 'zh-Hant', 'en'];

/** One text in every language. */
export type InEveryLanguage = Readonly<Record<Language, string>>;
