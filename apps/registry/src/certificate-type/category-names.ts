import type { TextInLanguages } from '#libs/platform';

const names: Readonly<Record<string, TextInLanguages>> = {
  证件: { zhHans: '证件', zhHant: '證件', en: 'Identity or status document' },
  执照: { zhHans: '执照', zhHant: '執照', en: 'Business licence' },
  许可: { zhHans: '许可', zhHant: '許可', en: 'Permit' },
  资格: { zhHans: '资格', zhHant: '資格', en: 'Qualification' },
  登记: { zhHans: '登记', zhHant: '登記', en: 'Registration' },
  批文: { zhHans: '批文', zhHant: '批文', en: 'Approval' },
  证明: { zhHans: '证明', zhHant: '證明', en: 'Attestation' },
  凭证: { zhHans: '凭证', zhHant: '憑證', en: 'Voucher' },
};

/** A category of certificates in three languages; one that is new to the files is called as they write it. */
export function categoryName(category: string): TextInLanguages {
  return names[category] ?? { zhHans: category, zhHant: category, en: category };
}
