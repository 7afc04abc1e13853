import { Converter } from 'opencc-js/cn2t';

const toTraditional = Converter({ from: 'cn', to: 'tw' });

/** The three name columns of a generated row; the traditional script is converted, never typed. */
export function nameColumns(zhHans: string, en: string) {
  return { name_zh_hans: zhHans, name_zh_hant: toTraditional(zhHans), name_en: en };
}
