import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of codes, numbers and ids, found before anything is looked up. */
export const identifierErrors = {
  IDENTIFIER_MALFORMED: {
    status: 400,
    message: {
      'zh-Hans': '{field} 不是有效的{identifier}[：{reason}]。',
      'zh-Hant': '{field} 不是有效的{identifier}[：{reason}]。',
      en: 'The value of {field} is not a valid {identifier}[: {reason}].',
    },
    action: {
      'zh-Hans': '请对照证件或文书上的原文核对后重新填写。',
      'zh-Hant': '請對照證件或文書上的原文核對後重新填寫。',
      en: 'Compare it with the original document and enter it again.',
    },
  },
  CHECK_CHARACTER_WRONG: {
    status: 400,
    message: {
      'zh-Hans': '{field} 的校验码不正确，这不是有效的{identifier}。',
      'zh-Hant': '{field} 的校驗碼不正確，這不是有效的{identifier}。',
      en: 'The check character of {field} is wrong: this is not a valid {identifier}.',
    },
    action: {
      'zh-Hans': '很可能有一位输错或颠倒了，请逐位核对后重新填写。',
      'zh-Hant': '很可能有一位輸錯或顛倒了，請逐位核對後重新填寫。',
      en: 'Most likely one character is mistyped or two are swapped; compare them one by one.',
    },
  },
  RESIDENT_ID_NOT_ACCEPTED: {
    status: 400,
    message: {
      'zh-Hans': '{field} 是第一代居民身份证的 15 位号码，自 2013 年 1 月 1 日起已停止使用。',
      'zh-Hant': '{field} 是第一代居民身份證的 15 位號碼，自 2013 年 1 月 1 日起已停止使用。',
      en: 'The value of {field} is a first-generation resident number of 15 digits, not valid since 1 January 2013.',
    },
    action: {
      'zh-Hans': '请填写现行居民身份证上的 18 位公民身份号码；没有的，请先到公安机关申领。',
      'zh-Hant': '請填寫現行居民身份證上的 18 位公民身份號碼；沒有的，請先到公安機關申領。',
      en: 'Enter the 18-character number of the present identity card; if there is none, apply for one at a public security office.',
    },
  },
  DIVISION_UNKNOWN: {
    status: 400,
    message: {
      'zh-Hans': '没有这个行政区划[：{division}]。',
      'zh-Hant': '沒有這個行政區劃[：{division}]。',
      en: 'There is no such administrative division[: {division}].',
    },
    action: {
      'zh-Hans': '请填写现行的六位行政区划代码（GB/T 2260）。',
      'zh-Hant': '請填寫現行的六位行政區劃代碼（GB/T 2260）。',
      en: 'Enter a six-digit division code in force (GB/T 2260).',
    },
  },
  DIVISION_RETIRED: {
    status: 400,
    message: {
      'zh-Hans': '行政区划代码[ {division} ]已停用[，现为 {successor}]。',
      'zh-Hant': '行政區劃代碼[ {division} ]已停用[，現為 {successor}]。',
      en: 'The division code[ {division}] is no longer in force[; it is now {successor}].',
    },
    action: {
      'zh-Hans': '请改用现行代码；证件号码中的旧代码不受影响，无需更改。',
      'zh-Hant': '請改用現行代碼；證件號碼中的舊代碼不受影響，無需更改。',
      en: 'Use the code in force. Old codes inside identity numbers stay as they are.',
    },
  },
  DIVISION_SYNTHETIC: {
    status: 400,
    message: {
      'zh-Hans': '{field} 使用了只供模拟数据使用的行政区划代码[ {division}]，正式环境不予接受。',
      'zh-Hant': '{field} 使用了只供模擬資料使用的行政區劃代碼[ {division}]，正式環境不予接受。',
      en: 'The value of {field} carries a division code[ ({division})] reserved for synthetic data, which production does not accept.',
    },
    action: {
      'zh-Hans': '请填写真实的号码；测试请使用沙箱。',
      'zh-Hant': '請填寫真實的號碼；測試請使用沙箱。',
      en: 'Enter a real number, or use the sandbox for tests.',
    },
  },
  ID_MALFORMED: {
    status: 400,
    message: {
      'zh-Hans': '{field} 不是本系统的标识。',
      'zh-Hant': '{field} 不是本系統的標識。',
      en: 'The value of {field} is not an id of this system.',
    },
    action: {
      'zh-Hans': '请原样使用接口返回的标识，不要自行拼写或截取。',
      'zh-Hant': '請原樣使用介面返回的標識，不要自行拼寫或截取。',
      en: 'Use ids exactly as the interface returned them; do not build or shorten them.',
    },
  },
  ID_OF_OTHER_TYPE: {
    status: 400,
    message: {
      'zh-Hans': '{field} 是另一类对象的标识[：此处应以 {expected}_ 开头][，收到的以 {found}_ 开头]。',
      'zh-Hant': '{field} 是另一類對象的標識[：此處應以 {expected}_ 開頭][，收到的以 {found}_ 開頭]。',
      en: 'The value of {field} is the id of another kind of object[: it should begin with {expected}_][, but begins with {found}_].',
    },
    action: {
      'zh-Hans': '请传入该参数所要求类型的标识。',
      'zh-Hant': '請傳入該參數所要求類型的標識。',
      en: 'Pass an id of the kind that this argument asks for.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
