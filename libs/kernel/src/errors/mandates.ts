import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of mandates (委托书). */
export const mandateErrors = {
  MANDATE_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '没有找到该委托书[：{mandate}]，或您不是其委托人、受托人。',
      'zh-Hant': '沒有找到該委託書[：{mandate}]，或您不是其委託人、受託人。',
      en: 'The mandate was not found[: {mandate}], or you are neither its principal nor its agent.',
    },
    action: {
      'zh-Hans': '请核对委托书编号；受托人请用本人身份登录。',
      'zh-Hant': '請核對委託書編號；受託人請用本人身份登入。',
      en: 'Check its number; as its agent, log in as yourself.',
    },
  },
  MANDATE_ENDED: {
    status: 409,
    message: {
      'zh-Hans': '该委托书[（{mandate}）]已撤回、辞去或到期。',
      'zh-Hant': '該委託書[（{mandate}）]已撤回、辭去或到期。',
      en: 'The mandate[ ({mandate})] has been revoked or laid down, or its term is over.',
    },
    action: {
      'zh-Hans': '仍需代办的，请委托人重新委托。',
      'zh-Hant': '仍需代辦的，請委託人重新委託。',
      en: 'If somebody shall still act, let the principal grant a new one.',
    },
  },
  MANDATE_NOT_COVERING: {
    status: 403,
    message: {
      'zh-Hans': '该委托书[（{mandate}）]的范围不包括此次办理[（{reason}）][：事项 {item}][，城市 {city}]。',
      'zh-Hant': '該委託書[（{mandate}）]的範圍不包括此次辦理[（{reason}）][：事項 {item}][，城市 {city}]。',
      en: 'The mandate[ ({mandate})] does not cover this act[ ({reason})][: item {item}][, city {city}].',
    },
    action: {
      'zh-Hans': '请委托人就该事项、该城市另行委托；代签承诺须有明确授权。',
      'zh-Hant': '請委託人就該事項、該城市另行委託；代簽承諾須有明確授權。',
      en: 'Let the principal grant one for this item and city; signing a commitment needs explicit authority.',
    },
  },
  MANDATE_NOT_ALLOWED: {
    status: 409,
    message: {
      'zh-Hans': '该事项须本人到场，不能委托他人办理[：{item}]。',
      'zh-Hant': '該事項須本人到場，不能委託他人辦理[：{item}]。',
      en: 'The item needs the person and cannot be left to an agent[: {item}].',
    },
    action: {
      'zh-Hans': '请从委托书中去掉该事项，由本人到窗口办理。',
      'zh-Hant': '請從委託書中去掉該事項，由本人到窗口辦理。',
      en: 'Take the item out of the mandate and see to it in person at a window.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
