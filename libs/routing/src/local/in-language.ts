import { type InEveryLanguage, type Language } from '#libs/kernel';

/** The languages as the argument `language` of the API names them. */
const asked: Readonly<Record<string, Language>> = { ZH_HANS: 'zh-Hans', ZH_HANT: 'zh-Hant', EN: 'en' };

/** Answers a field that takes `language`; without it the language of the request holds. */
export type TextField = (args: { readonly language?: string | null }) => string;

/** A text as the value of such a field. */
export function inLanguage(text: InEveryLanguage, requested: Language): TextField {
  return ({ language }) => text[asked[language ?? ''] ?? requested];
}

/** A name of the node directory in every language. */
export function namedInEvery(name: {
  readonly zhHans: string;
  readonly zhHant: string;
  readonly en: string;
}): InEveryLanguage {
  return { 'zh-Hans': name.zhHans, 'zh-Hant': name.zhHant, en: name.en };
}
