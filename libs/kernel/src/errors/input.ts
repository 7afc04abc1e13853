import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of the request itself: its form, its size, its query. */
export const inputErrors = {
  BAD_INPUT: {
    status: 400,
    message: {
      'zh-Hans': '{field} 填写的内容不符合要求[：{reason}]。',
      'zh-Hant': '{field} 填寫的內容不符合要求[：{reason}]。',
      en: 'What was entered in {field} does not meet the requirements[: {reason}].',
    },
    action: {
      'zh-Hans': '请按说明修改后重新提交。',
      'zh-Hant': '請按說明修改後重新提交。',
      en: 'Correct it as described and send it again.',
    },
  },
  REQUEST_MALFORMED: {
    status: 400,
    message: {
      'zh-Hans': '无法读取该请求[：{reason}]。',
      'zh-Hant': '無法讀取該請求[：{reason}]。',
      en: 'The request cannot be read[: {reason}].',
    },
    action: {
      'zh-Hans': '请检查请求的格式（JSON 语法、编码和必填部分）后重新发送。',
      'zh-Hant': '請檢查請求的格式（JSON 語法、編碼和必填部分）後重新發送。',
      en: 'Check its format (JSON syntax, encoding, required parts) and send it again.',
    },
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    message: {
      'zh-Hans': '请求内容过大[，上限为 {limit}]。',
      'zh-Hant': '請求內容過大[，上限為 {limit}]。',
      en: 'The request is too large[; the limit is {limit}].',
    },
    action: {
      'zh-Hans': '请减少内容或压缩附件后重新发送。',
      'zh-Hant': '請減少內容或壓縮附件後重新發送。',
      en: 'Send less, or make the attachments smaller.',
    },
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    message: {
      'zh-Hans': '不支持该内容类型[：{found}]。',
      'zh-Hant': '不支持該內容類型[：{found}]。',
      en: 'This content type is not supported[: {found}].',
    },
    action: {
      'zh-Hans': '请改用接口文档列出的内容类型，例如 application/json。',
      'zh-Hant': '請改用介面文檔列出的內容類型，例如 application/json。',
      en: 'Use a content type that the interface documents, such as application/json.',
    },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: {
      'zh-Hans': '该地址不接受此请求方法[：{found}]。',
      'zh-Hant': '該地址不接受此請求方法[：{found}]。',
      en: 'This address does not accept the request method[ {found}].',
    },
    action: {
      'zh-Hans': '请使用响应头 Allow 中列出的方法。',
      'zh-Hant': '請使用響應頭 Allow 中列出的方法。',
      en: 'Use a method listed in the Allow response header.',
    },
  },
  NOT_FOUND: {
    status: 404,
    message: {
      'zh-Hans': '没有找到所请求的内容。',
      'zh-Hant': '沒有找到所請求的內容。',
      en: 'What was asked for was not found.',
    },
    action: {
      'zh-Hans': '请核对地址或编号；如果是从链接打开的，该链接可能已失效。',
      'zh-Hant': '請核對地址或編號；如果是從鏈接打開的，該鏈接可能已失效。',
      en: 'Check the address or the number; if you followed a link, it may be out of date.',
    },
  },
  QUERY_INVALID: {
    status: 400,
    message: {
      'zh-Hans': '查询语句不符合接口定义[：{reason}]。',
      'zh-Hant': '查詢語句不符合介面定義[：{reason}]。',
      en: 'The query does not fit the schema[: {reason}].',
    },
    action: {
      'zh-Hans': '请对照接口定义修改查询语句。',
      'zh-Hant': '請對照介面定義修改查詢語句。',
      en: 'Correct the query against the schema.',
    },
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    message: {
      'zh-Hans': '查询语句过于复杂[：{reason}][，上限为 {limit}]。',
      'zh-Hant': '查詢語句過於複雜[：{reason}][，上限為 {limit}]。',
      en: 'The query is too complex[: {reason}][; the limit is {limit}].',
    },
    action: {
      'zh-Hans': '请减少嵌套层数、别名或每页条数，或拆成几次查询。',
      'zh-Hant': '請減少嵌套層數、別名或每頁條數，或拆成幾次查詢。',
      en: 'Use fewer levels, aliases or rows a page, or split it into several queries.',
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    message: {
      'zh-Hans': '同一个幂等键（idempotencyKey）已用于另一个内容不同的请求。',
      'zh-Hant': '同一個冪等鍵（idempotencyKey）已用於另一個內容不同的請求。',
      en: 'This idempotency key was already used for a request with other content.',
    },
    action: {
      'zh-Hans': '重试时请保持内容不变；新的请求请使用新的幂等键。',
      'zh-Hant': '重試時請保持內容不變；新的請求請使用新的冪等鍵。',
      en: 'Repeat a request unchanged, or use a new key for a new request.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
