import { Converter } from 'opencc-js/cn2t';

/** The published types of opencc-js do not resolve in an ES module, hence the shape said here. */
type CreateConverter = (between: { from: 'cn'; to: 'tw' }) => (text: string) => string;

const convert = (Converter as CreateConverter)({ from: 'cn', to: 'tw' });

/** Words that the converter takes for others: 发 (issue) for hair, 签 (sign) for a lot, 冲 (offset) for a rush. */
const mistaken = [
  ['換髮', '換發'],
  ['網籤', '網簽'],
  ['衝還貸', '沖還貸'],
] as const;

const toTraditional = (text: string): string =>
  mistaken.reduce((words, [wrong, right]) => words.replaceAll(wrong, right), convert(text));

/** The three name columns of a generated row; the traditional script is converted, never typed. */
export function nameColumns(zhHans: string, en: string) {
  return { name_zh_hans: zhHans, name_zh_hant: toTraditional(zhHans), name_en: en };
}
