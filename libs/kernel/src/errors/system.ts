import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of the installation: seeds, settings, and what nobody foresaw. */
export const systemErrors = {
  SEED_INVALID: {
    status: 500,
    message: {
      'zh-Hans': '初始数据有误[（共 {count} 处）]：{faults}',
      'zh-Hant': '初始資料有誤[（共 {count} 處）]：{faults}',
      en: 'The seeds are faulty[ ({count} places)]: {faults}',
    },
    action: {
      'zh-Hans': '请按所列文件、行、列改正后重新启动。',
      'zh-Hant': '請按所列文件、行、列改正後重新啟動。',
      en: 'Correct the listed files, lines and columns, then start again.',
    },
  },
  SETTING_INVALID: {
    status: 500,
    message: {
      'zh-Hans': '配置有误：{reason}',
      'zh-Hant': '配置有誤：{reason}',
      en: 'The settings are faulty: {reason}',
    },
    action: {
      'zh-Hans': '请改正所列的 KUASHI_* 环境变量后重新启动。',
      'zh-Hant': '請改正所列的 KUASHI_* 環境變量後重新啟動。',
      en: 'Correct the listed KUASHI_* environment variables, then start again.',
    },
  },
  OVERLOADED: {
    status: 503,
    message: {
      'zh-Hans': '系统当前请求过多，本次请求未受理。',
      'zh-Hant': '系統當前請求過多，本次請求未受理。',
      en: 'There are more requests at the moment than can be answered; this one was not begun.',
    },
    action: {
      'zh-Hans': '请稍后重试[（约 {retryAfter} 秒后）]；本次请求没有产生任何改动。',
      'zh-Hant': '請稍後重試[（約 {retryAfter} 秒後）]；本次請求沒有產生任何改動。',
      en: 'Try again later[ (in about {retryAfter} seconds)]; nothing was changed.',
    },
  },
  INTERNAL: {
    status: 500,
    message: {
      'zh-Hans': '系统内部出错，本次操作没有完成。',
      'zh-Hant': '系統內部出錯，本次操作沒有完成。',
      en: 'Something went wrong inside the system; the operation was not completed.',
    },
    action: {
      'zh-Hans': '请稍后重试；持续出现的，请将请求编号告知运维人员。',
      'zh-Hant': '請稍後重試；持續出現的，請將請求編號告知維運人員。',
      en: 'Try again later; if it persists, give the request id to the operators.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
