import type { TextInLanguages } from '#libs/platform';

const words: Readonly<Record<string, TextInLanguages>> = {
  permanent: { zhHans: '长期有效', zhHant: '長期有效', en: 'no end' },
  'per-document': { zhHans: '以证照记载为准', zhHant: '以證照記載為準', en: 'as the certificate itself says' },
};

const units: Readonly<Record<string, { readonly zhHans: string; readonly zhHant: string; readonly en: string }>> = {
  years: { zhHans: '年', zhHant: '年', en: 'year' },
  months: { zhHans: '个月', zhHant: '個月', en: 'month' },
  days: { zhHans: '日', zhHant: '日', en: 'day' },
};

/** How long a kind of certificate is valid, said in words. @param validity as the files write it: `permanent`, `5years` */
export function validityText(validity: string): TextInLanguages {
  const [, count = '', unit = ''] = /^(\d+)(years|months|days)$/.exec(validity) ?? [];
  const { zhHans, zhHant, en } = units[unit] ?? {};
  if (!zhHans || !zhHant || !en) return words[validity] ?? { zhHans: validity, zhHant: validity, en: validity };
  return { zhHans: `${count}${zhHans}`, zhHant: `${count}${zhHant}`, en: `${count} ${en}${count === '1' ? '' : 's'}` };
}
