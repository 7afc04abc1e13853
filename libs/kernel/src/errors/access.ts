import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of who asks: signing in, tokens, permission. */
export const accessErrors = {
  UNAUTHENTICATED: {
    status: 401,
    message: {
      'zh-Hans': '此操作需要先登录。',
      'zh-Hant': '此操作需要先登入。',
      en: 'You must sign in first.',
    },
    action: {
      'zh-Hans': '请登录后重试。',
      'zh-Hant': '請登入後重試。',
      en: 'Sign in and try again.',
    },
  },
  TOKEN_EXPIRED: {
    status: 401,
    message: {
      'zh-Hans': '登录已过期。',
      'zh-Hant': '登入已過期。',
      en: 'Your sign-in has expired.',
    },
    action: {
      'zh-Hans': '请重新登录；应用可使用刷新令牌换取新的访问令牌。',
      'zh-Hant': '請重新登入；應用可使用刷新令牌換取新的訪問令牌。',
      en: 'Sign in again; an app can use its refresh token.',
    },
  },
  TOKEN_INVALID: {
    status: 401,
    message: {
      'zh-Hans': '访问令牌无效[：{reason}]。',
      'zh-Hant': '訪問令牌無效[：{reason}]。',
      en: 'The access token is not valid[: {reason}].',
    },
    action: {
      'zh-Hans': '请重新登录；开发者请检查令牌的签发者、受众（kuashi）和签名。',
      'zh-Hant': '請重新登入；開發者請檢查令牌的簽發者、受眾（kuashi）和簽名。',
      en: 'Sign in again; developers, check the token’s issuer, audience (kuashi) and signature.',
    },
  },
  LOGIN_UNREACHABLE: {
    status: 503,
    message: {
      'zh-Hans': '暂时无法连接统一身份认证，登录凭证无法核验。',
      'zh-Hant': '暫時無法連接統一身分認證，登入憑證無法核驗。',
      en: 'The unified login cannot be reached at the moment, so the access token cannot be verified.',
    },
    action: {
      'zh-Hans': '请稍后重试；无需重新登录。',
      'zh-Hant': '請稍後重試；無需重新登入。',
      en: 'Try again later; there is no need to log in again.',
    },
  },
  FORBIDDEN: {
    status: 403,
    message: {
      'zh-Hans': '您没有进行此操作的权限[，需要的身份：{roles}][：{reason}]。',
      'zh-Hant': '您沒有進行此操作的權限[，需要的身份：{roles}][：{reason}]。',
      en: 'You are not permitted to do this[; it takes the role: {roles}][: {reason}].',
    },
    action: {
      'zh-Hans': '请使用有相应权限的账号登录，或联系本单位管理员。',
      'zh-Hant': '請使用有相應權限的帳號登入，或聯繫本單位管理員。',
      en: 'Sign in with an account that may, or ask your administrator.',
    },
  },
  PERSONA_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '沙箱中没有该模拟人物[：{persona}]。',
      'zh-Hant': '沙箱中沒有該模擬人物[：{persona}]。',
      en: 'The sandbox has no such persona[: {persona}].',
    },
    action: {
      'zh-Hans': '请从 /sandbox/personas 列表中选择。',
      'zh-Hant': '請從 /sandbox/personas 列表中選擇。',
      en: 'Choose one from /sandbox/personas.',
    },
  },
} satisfies Record<string, CatalogueEntry>;
