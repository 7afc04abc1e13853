import { Converter } from 'opencc-js/cn2t';

/** The published types of opencc-js do not resolve in an ES module, hence the shape said here. */
type CreateConverter = (between: { from: 'cn'; to: 'tw' }) => (text: string) => string;

const toTraditional = (Converter as CreateConverter)({ from: 'cn', to: 'tw' });

/** The three name columns of a generated row; the traditional script is converted, never typed. */
export function nameColumns(zhHans: string, en: string) {
  return { name_zh_hans: zhHans, name_zh_hant: toTraditional(zhHans), name_en: en };
}
