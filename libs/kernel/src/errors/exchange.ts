import type { CatalogueEntry } from './catalogue-entry.js';

export const exchangeErrors = {
  ENVELOPE_INVALID: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  SENDER_UNKNOWN: {
    status: 401,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  QUESTION_REFUSED: {
    status: 403,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  NODE_ANSWER_INVALID: {
    status: 502,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
} satisfies Record<string, CatalogueEntry>;
