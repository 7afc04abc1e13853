import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of requests that are not let in: how they are packed, where they come from, how many they are, what they may ask. */
export const admissionErrors = {
  CONTENT_ENCODING_UNSUPPORTED: {
    status: 415,
    message: {
      'zh-Hans': '不接受压缩的请求内容[：{found}]。',
      'zh-Hant': '不接受壓縮的請求內容[：{found}]。',
      en: 'A compressed request body is not accepted[: {found}].',
    },
    action: {
      'zh-Hans': '请去掉 Content-Encoding，以未压缩的 JSON 发送。',
      'zh-Hant': '請去掉 Content-Encoding，以未壓縮的 JSON 發送。',
      en: 'Send the JSON as it is, without Content-Encoding.',
    },
  },
  UPLOAD_UNSUPPORTED: {
    status: 415,
    message: {
      'zh-Hans': '此接口不接收文件（multipart/form-data）。',
      'zh-Hant': '此介面不接收檔案（multipart/form-data）。',
      en: 'This interface takes no files (multipart/form-data).',
    },
    action: {
      'zh-Hans':
        '目前没有上传地址：文件由其持有方保管，请在 mutation 的变量中说明该文件（DocumentInput：文件名、媒体类型、SHA-256、字节数），以 application/json 发送。',
      'zh-Hant':
        '目前沒有上傳位址：檔案由其持有方保管，請在 mutation 的變數中說明該檔案（DocumentInput：檔案名稱、媒體類型、SHA-256、位元組數），以 application/json 發送。',
      en: 'There is no upload address at present: whoever holds the file keeps it. Describe it in the variables of the mutation (DocumentInput: name, media type, SHA-256, bytes), sent as application/json.',
    },
  },
  BATCH_UNSUPPORTED: {
    status: 400,
    message: {
      'zh-Hans': '不接受批量请求：一个请求只能包含一个操作。',
      'zh-Hant': '不接受批次請求：一個請求只能包含一個操作。',
      en: 'Batches are off: a request holds one operation.',
    },
    action: {
      'zh-Hans': '请逐个发送操作，或把几个字段写进同一个查询。',
      'zh-Hant': '請逐個發送操作，或把幾個欄位寫進同一個查詢。',
      en: 'Send operations one by one, or put the fields into one query.',
    },
  },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    message: {
      'zh-Hans': '该网页来源不允许调用此接口[：{found}]。',
      'zh-Hant': '該網頁來源不允許呼叫此介面[：{found}]。',
      en: 'Pages of this origin may not call this interface[: {found}].',
    },
    action: {
      'zh-Hans': '请联系接口运营方把该来源加入允许名单（KUASHI_CORS_ORIGINS）。',
      'zh-Hant': '請聯繫介面營運方把該來源加入允許名單（KUASHI_CORS_ORIGINS）。',
      en: 'Ask the operator to put the origin on the list (KUASHI_CORS_ORIGINS).',
    },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    message: {
      'zh-Hans': '请求过于频繁[：{reason}][，上限为 {limit}]。',
      'zh-Hant': '請求過於頻繁[：{reason}][，上限為 {limit}]。',
      en: 'Too many requests[: {reason}][; the limit is {limit}].',
    },
    action: {
      'zh-Hans': '请等待[ {retryAfter} 秒]后重试。',
      'zh-Hant': '請等待[ {retryAfter} 秒]後重試。',
      en: 'Wait[ {retryAfter} s] and try again.',
    },
  },
  TOO_MANY_SUBSCRIPTIONS: {
    status: 429,
    message: {
      'zh-Hans': '同时打开的订阅过多[，上限为 {limit}]。',
      'zh-Hant': '同時打開的訂閱過多[，上限為 {limit}]。',
      en: 'Too many subscriptions are open[; the limit is {limit}].',
    },
    action: {
      'zh-Hans': '请先关闭不再需要的订阅，再重新订阅。',
      'zh-Hant': '請先關閉不再需要的訂閱，再重新訂閱。',
      en: 'Close those you no longer need, then subscribe again.',
    },
  },
  REQUEST_TIMED_OUT: {
    status: 408,
    message: {
      'zh-Hans': '未在规定时间内收到完整的请求。',
      'zh-Hant': '未在規定時間內收到完整的請求。',
      en: 'The request did not arrive whole in time.',
    },
    action: {
      'zh-Hans': '请检查网络后重新发送。',
      'zh-Hant': '請檢查網路後重新發送。',
      en: 'Check the connection and send it again.',
    },
  },
  INTROSPECTION_OFF: {
    status: 403,
    message: {
      'zh-Hans': '此处不提供接口自省（__schema、__type）。',
      'zh-Hant': '此處不提供介面自省（__schema、__type）。',
      en: 'Introspection (__schema, __type) is off here.',
    },
    action: {
      'zh-Hans': '请使用随版本发布的接口定义文件。',
      'zh-Hant': '請使用隨版本發布的介面定義檔案。',
      en: 'Use the schema files that are published with the release.',
    },
  },
  DOCUMENT_NOT_TRUSTED: {
    status: 403,
    message: {
      'zh-Hans': '此处只执行已登记的查询语句，该语句不在其中。',
      'zh-Hant': '此處只執行已登記的查詢語句，該語句不在其中。',
      en: 'Only registered documents run here, and this is none of them.',
    },
    action: {
      'zh-Hans': '请使用应用发布时登记的语句，或联系接口运营方登记。',
      'zh-Hant': '請使用應用發布時登記的語句，或聯繫介面營運方登記。',
      en: 'Use the documents registered with the app’s release, or have this one registered.',
    },
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 400,
    message: {
      'zh-Hans': '没有以该标识登记的查询语句。',
      'zh-Hant': '沒有以該標識登記的查詢語句。',
      en: 'No document is registered under this id.',
    },
    action: {
      'zh-Hans': '请核对标识，或发送完整的查询语句（如此处允许）。',
      'zh-Hant': '請核對標識，或發送完整的查詢語句（如此處允許）。',
      en: 'Check the id, or send the whole document where that is allowed.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
