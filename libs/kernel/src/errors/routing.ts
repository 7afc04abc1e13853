import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of finding and reaching the node that owns what is asked. */
export const routingErrors = {
  NODE_UNREACHABLE: {
    status: 503,
    message: {
      'zh-Hans': '有城市的系统[（{city}）]暂时无法连接，其他城市的内容不受影响。',
      'zh-Hant': '有城市的系統[（{city}）]暫時無法連接，其他城市的內容不受影響。',
      en: 'The system of the city[ ({city})] cannot be reached at the moment; other cities are not affected.',
    },
    action: {
      'zh-Hans': '请稍后重试[（约 {retryAfter} 秒后）]。',
      'zh-Hant': '請稍後重試[（約 {retryAfter} 秒後）]。',
      en: 'Try again later[ (in about {retryAfter} seconds)].',
    },
  },
  NODE_TIMEOUT: {
    status: 504,
    message: {
      'zh-Hans': '城市的系统[（{city}）]未在规定时间内答复。',
      'zh-Hant': '城市的系統[（{city}）]未在規定時間內答覆。',
      en: 'The system of the city[ ({city})] did not answer in time.',
    },
    action: {
      'zh-Hans': '请稍后重试；提交类操作请先查询结果，避免重复提交。',
      'zh-Hant': '請稍後重試；提交類操作請先查詢結果，避免重複提交。',
      en: 'Try again later; if you were submitting something, look first whether it went through.',
    },
  },
  NODE_BUSY: {
    status: 503,
    message: {
      'zh-Hans': '城市的系统[（{city}）]繁忙。',
      'zh-Hant': '城市的系統[（{city}）]繁忙。',
      en: 'The system of the city[ ({city})] is busy.',
    },
    action: {
      'zh-Hans': '请稍后重试[（约 {retryAfter} 秒后）]。',
      'zh-Hant': '請稍後重試[（約 {retryAfter} 秒後）]。',
      en: 'Try again later[ (in about {retryAfter} seconds)].',
    },
  },
  OWNER_UNKNOWN: {
    status: 400,
    message: {
      'zh-Hans': '无法判断 {field} 属于哪个城市[：{value}]。',
      'zh-Hant': '無法判斷 {field} 屬於哪個城市[：{value}]。',
      en: 'It cannot be told which city owns the value of {field}[: {value}].',
    },
    action: {
      'zh-Hans': '请传入接口返回的标识、现行行政区划代码或完整的办件编号。',
      'zh-Hant': '請傳入介面返回的標識、現行行政區劃代碼或完整的辦件編號。',
      en: 'Pass an id from the interface, a division code in force, or a whole application number.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
