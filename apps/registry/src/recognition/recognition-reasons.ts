import { type TextInLanguages } from '#libs/platform';

/** Why a use has its level, as codes. */
export const recognitionReasonCodes = [
  'OWN_CITY',
  'RULE_DECIDES',
  'RULE_LESS_SPECIFIC',
  'RULE_NOT_IN_FORCE',
  'NO_RULE',
  'NATIONAL_SOURCE',
] as const;
export type RecognitionReasonCode = (typeof recognitionReasonCodes)[number];

/** The reasons in words. */
export const recognitionReasonTexts: Readonly<Record<RecognitionReasonCode, TextInLanguages>> = {
  OWN_CITY: {
    zhHans: '证照由本市颁发，直接适用，无需互认规则。',
    zhHant: '證照由本市頒發，直接適用，無需互認規則。',
    en: 'The accepting city issued it itself: no rule of recognition is needed.',
  },
  RULE_DECIDES: {
    zhHans: '本规则最具体且在有效期内，由其确定等级。',
    zhHant: '本規則最具體且在有效期內，由其確定等級。',
    en: 'This rule is the most specific one in force: it decides.',
  },
  RULE_LESS_SPECIFIC: {
    zhHans: '本规则也适用，但有更具体的规则优先。',
    zhHant: '本規則也適用，但有更具體的規則優先。',
    en: 'This rule fits too, but a more specific one goes before it.',
  },
  RULE_NOT_IN_FORCE: {
    zhHans: '本规则与该用途相符，但当日不在有效期内。',
    zhHant: '本規則與該用途相符，但當日不在有效期內。',
    en: 'This rule fits the use but is not in force on the day.',
  },
  NO_RULE: {
    zhHans: '没有适用的互认规则，按默认等级 R0：请提供纸质材料。',
    zhHant: '沒有適用的互認規則，按預設等級 R0：請提供紙本材料。',
    en: 'No rule fits: the default R0 holds, paper is asked for.',
  },
  NATIONAL_SOURCE: {
    zhHans: '该证照类型以国家登记为数据源。',
    zhHant: '該證照類型以國家登記為資料來源。',
    en: 'The source of this kind is a national register.',
  },
};
