import type { TextInLanguages } from '#libs/platform';
import type { EvidenceVerdict } from './assess-certificate.js';

/** The verdicts in words. */
export const verdictTexts: Readonly<Record<EvidenceVerdict, TextInLanguages>> = {
  USABLE: {
    zhHans: '可以使用，无需提交纸质材料。',
    zhHant: '可以使用，無需提交紙本材料。',
    en: 'Can be used; no paper is needed.',
  },
  REVOKED: {
    zhHans: '证照已被吊销或撤销。',
    zhHant: '證照已被吊銷或撤銷。',
    en: 'The certificate was revoked.',
  },
  CANCELLED: { zhHans: '证照已注销。', zhHant: '證照已註銷。', en: 'The certificate was cancelled.' },
  SUSPENDED: {
    zhHans: '证照已暂扣。',
    zhHant: '證照已暫扣。',
    en: 'The certificate is suspended.',
  },
  LOST: { zhHans: '证照已挂失。', zhHant: '證照已掛失。', en: 'The certificate is reported lost.' },
  SUPERSEDED: { zhHans: '证照已有新版本。', zhHant: '證照已有新版本。', en: 'A newer version took its place.' },
  EXPIRED: { zhHans: '证照已过有效期。', zhHant: '證照已過有效期。', en: 'The certificate has expired.' },
  NOT_YET_VALID: { zhHans: '证照尚未生效。', zhHant: '證照尚未生效。', en: 'The certificate is not valid yet.' },
  JOINTLY_OWNED: {
    zhHans: '该证照为共有，须全体共有人同意或出具委托书。',
    zhHant: '該證照為共有，須全體共有人同意或出具委託書。',
    en: 'Several own it: it takes all of them, or their mandates.',
  },
  NOT_RECOGNISED: {
    zhHans: '该证照在本市办理此事项未列入互认，请提供纸质材料。',
    zhHant: '該證照在本市辦理此事項未列入互認，請提供紙本材料。',
    en: 'This city does not recognise it for this item: paper is needed.',
  },
};
