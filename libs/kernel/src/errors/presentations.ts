import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of presentations out of wallets (OpenID4VP, 钱包出示). */
export const presentationErrors = {
  PRESENTATION_REQUEST_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '没有找到该出示请求。',
      'zh-Hant': '沒有找到該出示請求。',
      en: 'The presentation request was not found.',
    },
    action: {
      'zh-Hans': '请核对编号；出示请求只有发起人可以查看。',
      'zh-Hant': '請核對編號；出示請求只有發起人可以查看。',
      en: 'Check the ID; only whoever made the request can read it.',
    },
  },
  NOTHING_TO_PRESENT: {
    status: 409,
    message: {
      'zh-Hans': '该事项[（{item}）]没有可由电子证照钱包出示且在本市互认的材料。',
      'zh-Hant': '該事項[（{item}）]沒有可由電子證照錢包出示且在本市互認的材料。',
      en: 'The item[ ({item})] has no material that a wallet could show and this city would recognise.',
    },
    action: {
      'zh-Hans': '请改用其他方式提交材料；可用 evidence 查询各项材料的情况。',
      'zh-Hant': '請改用其他方式提交材料；可用 evidence 查詢各項材料的情況。',
      en: 'Hand the materials in another way; evidence shows how each of them stands.',
    },
  },
  RESPONSE_CODE_WRONG: {
    status: 403,
    message: {
      'zh-Hans': '返回码（response_code）不正确，不能查看出示结果。',
      'zh-Hant': '返回碼（response_code）不正確，不能查看出示結果。',
      en: 'The response code is wrong, so the result of the presentation is not shown.',
    },
    action: {
      'zh-Hans': '请使用钱包返回应用时地址中的 response_code。',
      'zh-Hant': '請使用錢包返回應用時網址中的 response_code。',
      en: 'Give the response_code with which the wallet came back to the app.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
