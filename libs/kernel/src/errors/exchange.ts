import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of the exchange between nodes: envelopes, questions, answers. */
export const exchangeErrors = {
  ENVELOPE_INVALID: {
    status: 400,
    message: {
      'zh-Hans': '节点间的信封未通过核验[：{reason}]。',
      'zh-Hant': '節點間的信封未通過核驗[：{reason}]。',
      en: 'The envelope between nodes did not pass verification[: {reason}].',
    },
    action: {
      'zh-Hans': '请核对签名密钥、收件节点和时间；未经核验的信封不会被处理。',
      'zh-Hant': '請核對簽名密鑰、收件節點和時間；未經核驗的信封不會被處理。',
      en: 'Check signing key, receiver and time; nothing in it has been applied.',
    },
  },
  SENDER_UNKNOWN: {
    status: 401,
    message: {
      'zh-Hans': '节点名录中没有该发送方[：{sender}]。',
      'zh-Hant': '節點名錄中沒有該發送方[：{sender}]。',
      en: 'The node directory does not know this sender[: {sender}].',
    },
    action: {
      'zh-Hans': '请确认该节点已登记并且密钥是最新的。',
      'zh-Hant': '請確認該節點已登記並且密鑰是最新的。',
      en: 'Make sure that the node is registered and its key is current.',
    },
  },
  QUESTION_REFUSED: {
    status: 403,
    message: {
      'zh-Hans': '对方节点拒绝回答此次查询[：{reason}]。',
      'zh-Hant': '對方節點拒絕回答此次查詢[：{reason}]。',
      en: 'The other node refuses to answer this question[: {reason}].',
    },
    action: {
      'zh-Hans': '请确认用途与事项、办件相符，且只索取该事项需要的内容。',
      'zh-Hant': '請確認用途與事項、辦件相符，且只索取該事項需要的內容。',
      en: 'Make sure that the purpose fits item and case, and that only what the item needs is asked for.',
    },
  },
  NODE_ANSWER_INVALID: {
    status: 502,
    message: {
      'zh-Hans': '节点[（{city}）]的答复无法核验或不完整[：{reason}]。',
      'zh-Hant': '節點[（{city}）]的答覆無法核驗或不完整[：{reason}]。',
      en: 'The answer of the node[ {city}] cannot be verified or is incomplete[: {reason}].',
    },
    action: {
      'zh-Hans': '请稍后重试；持续出现的，请将请求编号告知运维人员。',
      'zh-Hant': '請稍後重試；持續出現的，請將請求編號告知維運人員。',
      en: 'Try again later; if it persists, give the request id to the operators.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
