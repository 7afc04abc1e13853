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
  description: 'Language of a text',
  valuesMap: {
    ZH_HANS: { description: '简体中文' },
    ZH_HANT: { description: '繁體中文' },
    EN: { description: 'English' },
  },
});

/** Argument of every text that exists in several languages. Absent: the language of the request. */
@ArgsType()
export class LanguageArgs {
  @Field(() => Language, { nullable: true, description: 'Language of the text; absent: by Accept-Language' })
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

/** The API's name of one of the kernel's languages. */
export function languageOf(language: TextLanguage): Language {
  return languagesByTag[language];
}

const languagesByTag: Record<TextLanguage, Language> = {
  'zh-Hans': Language.ZH_HANS,
  'zh-Hant': Language.ZH_HANT,
  en: Language.EN,
};
