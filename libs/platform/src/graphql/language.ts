import { ArgsType, Field, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import type { Language as TextLanguage } from '#libs/kernel';

/** Languages of texts in the API. */
export enum Language {
  ZH_HANS = 'ZH_HANS',
  ZH_HANT = 'ZH_HANT',
  EN = 'EN',
}

registerEnumType(Language, {
  name: 'Language',
  description: 'Language of a text (语言)',
  valuesMap: {
    ZH_HANS: { description: 'Simplified Chinese (简体中文)' },
    ZH_HANT: { description: 'Traditional Chinese (繁體中文)' },
    EN: { description: 'English (英文)' },
  },
});

/** Argument of every text that exists in several languages. Absent: the language of the request. */
@ArgsType()
export class LanguageArgs {
  @Field(() => Language, { nullable: true, description: 'Language of the text; absent: by Accept-Language (语言)' })
  @IsOptional()
  @IsEnum(Language)
  language?: Language;
}

/** A text in the three languages, as the seeds hold it. */
export interface TextInLanguages {
  readonly zhHans: string;
  readonly zhHant: string;
  readonly en: string;
}

/** The text in the language asked for, else in the language of the request. */
export function textIn(text: TextInLanguages, asked: Language | undefined, requested: TextLanguage): string {
  switch (asked ?? languageOf(requested)) {
    case Language.ZH_HANS:
      return text.zhHans;
    case Language.ZH_HANT:
      return text.zhHant;
    case Language.EN:
      return text.en;
  }
}

/** A sentence in two languages as the description of an enum value: `English (中文)`, without the full stops. */
export function describeText({ en, zhHans }: TextInLanguages): string {
  return `${en.replace(/\.$/, '')} (${zhHans.replace(/。$/u, '')})`;
}

/** The kernel's name of the language asked for, else the language of the request: for texts that the kernel says. */
export function languageTag(asked: Language | undefined, requested: TextLanguage): TextLanguage {
  const found = Object.entries(languagesByTag).find(([, language]) => language === asked);
  return found ? (found[0] as TextLanguage) : requested;
}

/** The API's name of one of the kernel's languages. */
export function languageOf(language: TextLanguage): Language {
  return languagesByTag[language];
}

const languagesByTag: Record<TextLanguage, Language> = {
  'zh-Hans': Language.ZH_HANS,
  'zh-Hant': Language.ZH_HANT,
  en: Language.EN,
};
