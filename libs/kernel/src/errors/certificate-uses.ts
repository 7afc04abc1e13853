import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of the use of e-certificates (用证): codes that holders show, records of uses, disputes. */
export const certificateUseErrors = {
  USE_CODE_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '没有这个用证码。',
      'zh-Hant': '沒有這個用證碼。',
      en: 'There is no such use code.',
    },
    action: {
      'zh-Hans': '请核对扫到的内容，或请持证人重新出示。',
      'zh-Hant': '請核對掃到的內容，或請持證人重新出示。',
      en: 'Check what was scanned, or ask the holder to show a new code.',
    },
  },
  USE_CODE_EXPIRED: {
    status: 409,
    message: {
      'zh-Hans': '用证码已过期[，有效期至 {until}]。',
      'zh-Hant': '用證碼已過期[，有效期至 {until}]。',
      en: 'The use code has expired[; it was good until {until}].',
    },
    action: {
      'zh-Hans': '请持证人刷新后重新出示。',
      'zh-Hant': '請持證人刷新後重新出示。',
      en: 'Ask the holder to refresh it and show the new one.',
    },
  },
  USE_CODE_USED: {
    status: 409,
    message: {
      'zh-Hans': '用证码已被使用，一码只能用一次。',
      'zh-Hant': '用證碼已被使用，一碼只能用一次。',
      en: 'The use code has been used already: a code is good for one use.',
    },
    action: {
      'zh-Hans': '请持证人重新生成用证码；并非本人出示的，可在“我的用证记录”中提出异议。',
      'zh-Hant': '請持證人重新產生用證碼；並非本人出示的，可在「我的用證記錄」中提出異議。',
      en: 'Ask the holder for a new one; a holder who did not show it can dispute the use.',
    },
  },
  USE_CODE_OUT_OF_SCOPE: {
    status: 409,
    message: {
      'zh-Hans': '用证码不用于此事项或材料[（用证码：{scope}）]。',
      'zh-Hant': '用證碼不用於此事項或材料[（用證碼：{scope}）]。',
      en: 'The use code was not made for this item or material[; it was made for {scope}].',
    },
    action: {
      'zh-Hans': '请持证人为此事项生成用证码，或按用证码的用途使用。',
      'zh-Hant': '請持證人為此事項產生用證碼，或按用證碼的用途使用。',
      en: 'Ask the holder for a code for this item, or use it for what it was made for.',
    },
  },
  CERTIFICATE_USE_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '没有找到该用证记录[：{use}]。',
      'zh-Hant': '沒有找到該用證記錄[：{use}]。',
      en: 'The use of a certificate was not found[: {use}].',
    },
    action: {
      'zh-Hans': '请在“我的用证记录”中选择。',
      'zh-Hant': '請在「我的用證記錄」中選擇。',
      en: 'Choose one from your record of uses.',
    },
  },
  DISPUTE_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '没有找到该异议[：{dispute}]。',
      'zh-Hant': '沒有找到該異議[：{dispute}]。',
      en: 'The dispute was not found[: {dispute}].',
    },
    action: {
      'zh-Hans': '请核对异议标识；刚刚提出的，对方城市可能尚未收到。',
      'zh-Hant': '請核對異議標識；剛剛提出的，對方城市可能尚未收到。',
      en: 'Check its ID; one that was only just raised may not have reached the other city yet.',
    },
  },
  DISPUTE_STATE_CONFLICT: {
    status: 409,
    message: {
      'zh-Hans': '异议处于 {state} 状态，不能进行此操作（{event}）。',
      'zh-Hant': '異議處於 {state} 狀態，不能進行此操作（{event}）。',
      en: 'The dispute is in state {state}: {event} is not possible now.',
    },
    action: {
      'zh-Hans': '请查看异议的处理情况。',
      'zh-Hant': '請查看異議的處理情況。',
      en: 'See how far the dispute has come.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
