import type { LocalizedName } from '#seeds';

/** A name as OpenID4VCI shows it: one object a language. */
export const displayIn = ({ zhHans, zhHant, en }: LocalizedName) => [
  { locale: 'zh-Hans', name: zhHans },
  { locale: 'zh-Hant', name: zhHant },
  { locale: 'en', name: en },
];
