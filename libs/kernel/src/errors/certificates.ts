import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of e-certificates (电子证照): their kinds, their state, their issue, their recognition. */
export const certificateErrors = {
  CERTIFICATE_TYPE_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '证照目录中没有这种证照[：{type}]。',
      'zh-Hant': '證照目錄中沒有這種證照[：{type}]。',
      en: 'The directory of certificate types has no such type[: {type}].',
    },
    action: {
      'zh-Hans': '请从证照类型目录（certificateTypes）中选择。',
      'zh-Hant': '請從證照類型目錄（certificateTypes）中選擇。',
      en: 'Choose one from the directory (certificateTypes).',
    },
  },
  CERTIFICATE_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '没有找到该电子证照[：{certificate}]。',
      'zh-Hant': '沒有找到該電子證照[：{certificate}]。',
      en: 'The e-certificate was not found[: {certificate}].',
    },
    action: {
      'zh-Hans': '请核对证照标识；刚刚制发的证照可稍后再试。',
      'zh-Hant': '請核對證照標識；剛剛製發的證照可稍後再試。',
      en: 'Check the identifier; if it has only just been issued, try again shortly.',
    },
  },
  CERTIFICATE_REVOKED: {
    status: 409,
    message: {
      'zh-Hans': '该电子证照[（{type}）]已被撤销或注销，不能使用。',
      'zh-Hant': '該電子證照[（{type}）]已被撤銷或註銷，不能使用。',
      en: 'The e-certificate[ ({type})] has been revoked or cancelled and cannot be used.',
    },
    action: {
      'zh-Hans': '请向颁发机构了解原因；需要使用的，请重新申领。',
      'zh-Hant': '請向頒發機構瞭解原因；需要使用的，請重新申領。',
      en: 'Ask the issuing authority for the reason, or apply for a new one.',
    },
  },
  CERTIFICATE_SUSPENDED: {
    status: 409,
    message: {
      'zh-Hans': '该电子证照[（{type}）]已挂失或暂停使用。',
      'zh-Hant': '該電子證照[（{type}）]已掛失或暫停使用。',
      en: 'The e-certificate[ ({type})] is reported lost or suspended.',
    },
    action: {
      'zh-Hans': '请先向颁发机构解除挂失或暂停，再重新办理。',
      'zh-Hant': '請先向頒發機構解除掛失或暫停，再重新辦理。',
      en: 'Have the issuing authority lift the suspension, then try again.',
    },
  },
  CERTIFICATE_EXPIRED: {
    status: 409,
    message: {
      'zh-Hans': '该电子证照[（{type}）]已过有效期[，截止日期为 {until}]。',
      'zh-Hant': '該電子證照[（{type}）]已過有效期[，截止日期為 {until}]。',
      en: 'The e-certificate[ ({type})] has expired[; it was valid until {until}].',
    },
    action: {
      'zh-Hans': '请先办理延续或换领，再重新办理。',
      'zh-Hant': '請先辦理延續或換領，再重新辦理。',
      en: 'Renew it first, then try again.',
    },
  },
  CERTIFICATE_SUPERSEDED: {
    status: 409,
    message: {
      'zh-Hans': '该电子证照[（{type}）]已被新版本取代。',
      'zh-Hant': '該電子證照[（{type}）]已被新版本取代。',
      en: 'The e-certificate[ ({type})] has been replaced by a newer version.',
    },
    action: {
      'zh-Hans': '请在“我的证照”中选择最新的一份。',
      'zh-Hant': '請在「我的證照」中選擇最新的一份。',
      en: 'Choose the newest one among your certificates.',
    },
  },
  CERTIFICATE_NOT_YOURS: {
    status: 403,
    message: {
      'zh-Hans': '该电子证照的持证主体不是您，也不是您所代理的人。',
      'zh-Hant': '該電子證照的持證主體不是您，也不是您所代理的人。',
      en: 'The e-certificate belongs neither to you nor to a person you act for.',
    },
    action: {
      'zh-Hans': '请使用本人的证照；代他人办理的，请先登记委托书。',
      'zh-Hant': '請使用本人的證照；代他人辦理的，請先登記委託書。',
      en: 'Use your own certificate; to act for somebody else, register the mandate first.',
    },
  },
  CERTIFICATE_JOINTLY_OWNED: {
    status: 409,
    message: {
      'zh-Hans': '该证照为多人共有，还需其他共有人[（{missing} 人）]同意。',
      'zh-Hant': '該證照為多人共有，還需其他共有人[（{missing} 人）]同意。',
      en: 'Several people own what the certificate is about; the others[ ({missing})] must agree.',
    },
    action: {
      'zh-Hans': '请由其他共有人出具委托书，或提交纸质原件。',
      'zh-Hant': '請由其他共有人出具委託書，或提交紙質原件。',
      en: 'Have the other owners give a mandate, or hand in the paper original.',
    },
  },
  CERTIFICATE_NOT_RECOGNISED: {
    status: 409,
    message: {
      'zh-Hans':
        '[{issuing} 颁发的]该电子证照[（{type}）]在[ {accepting} ]办理此事项时不被互认[（互认等级 {level}）]。',
      'zh-Hant':
        '[{issuing} 頒發的]該電子證照[（{type}）]在[ {accepting} ]辦理此事項時不被互認[（互認等級 {level}）]。',
      en: 'The e-certificate[ ({type})][ issued by {issuing}] is not recognised[ in {accepting}] for this item[ (recognition level {level})].',
    },
    action: {
      'zh-Hans': '请改为提交纸质原件或其他材料；可用 explainRecognition 查询互认规则。',
      'zh-Hant': '請改為提交紙質原件或其他材料；可用 explainRecognition 查詢互認規則。',
      en: 'Hand in the paper original or another document; explainRecognition shows the rule.',
    },
  },
  CERTIFICATE_UNDETERMINED: {
    status: 503,
    message: {
      'zh-Hans': '暂时无法确定该电子证照的状态[：{reason}]。',
      'zh-Hant': '暫時無法確定該電子證照的狀態[：{reason}]。',
      en: 'The status of the e-certificate cannot be determined at the moment[: {reason}].',
    },
    action: {
      'zh-Hans': '这不表示证照无效。请稍后重试，或先提交纸质原件。',
      'zh-Hant': '這不表示證照無效。請稍後重試，或先提交紙質原件。',
      en: 'This does not mean that it is invalid. Try again later, or hand in the paper original.',
    },
  },
  CERTIFICATE_INVALID: {
    status: 409,
    message: {
      'zh-Hans': '该电子证照未通过核验[：{reason}]。',
      'zh-Hant': '該電子證照未通過核驗[：{reason}]。',
      en: 'The e-certificate did not pass verification[: {reason}].',
    },
    action: {
      'zh-Hans': '请重新获取该证照；仍不能通过的，请联系颁发机构。',
      'zh-Hant': '請重新獲取該證照；仍不能通過的，請聯繫頒發機構。',
      en: 'Fetch it again; if it still fails, contact the issuing authority.',
    },
  },
  CERTIFICATE_TYPE_NOT_ACCEPTED: {
    status: 409,
    message: {
      'zh-Hans': '此项材料不接受这种证照[：{type}][，可接受：{accepted}]。',
      'zh-Hant': '此項材料不接受這種證照[：{type}][，可接受：{accepted}]。',
      en: 'This material does not accept that type of certificate[: {type}][; it accepts: {accepted}].',
    },
    action: {
      'zh-Hans': '请选用该项材料列出的证照。',
      'zh-Hant': '請選用該項材料列出的證照。',
      en: 'Choose a certificate that the material lists.',
    },
  },
  CERTIFICATE_STATE_CONFLICT: {
    status: 409,
    message: {
      'zh-Hans': '该电子证照现在的状态[（{state}）]不允许这一操作[（{event}）]。',
      'zh-Hant': '該電子證照現在的狀態[（{state}）]不允許這一操作[（{event}）]。',
      en: 'The present state of the e-certificate[ ({state})] does not allow this step[ ({event})].',
    },
    action: {
      'zh-Hans': '请刷新后查看证照的最新状态。',
      'zh-Hant': '請刷新後查看證照的最新狀態。',
      en: 'Reload to see its latest state.',
    },
  },
  ISSUER_NOT_ENTITLED: {
    status: 403,
    message: {
      'zh-Hans': '该机构无权颁发这种证照[：{authority}][，{type}]。',
      'zh-Hant': '該機構無權頒發這種證照[：{authority}][，{type}]。',
      en: 'The authority is not entitled to issue this type of certificate[: {authority}][, {type}].',
    },
    action: {
      'zh-Hans': '请由有权机关颁发；名录有误的，请联系省级登记处更正。',
      'zh-Hant': '請由有權機關頒發；名錄有誤的，請聯繫省級登記處更正。',
      en: 'Have the entitled authority issue it; if the directory is wrong, ask the province’s registry to correct it.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
