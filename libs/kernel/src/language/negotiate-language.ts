import { languages, type Language } from './language.js';

const defaultLanguage: Language = 'zh-Hans';

/** Traditional script: written in the tag, or meant by region (Taiwan, Hong Kong, Macao) or by Cantonese without a script. */
const traditional = /^(zh|yue)(?!.*-hans\b)(-[a-z]+)*-(hant|tw|hk|mo)\b|^yue$/i;

interface Range {
  readonly tag: string;
  readonly quality: number;
}

/**
 * Chooses the language of an answer from an Accept-Language header (RFC 9110 §12.5.4).
 * The highest quality wins, the earlier one on a tie; `q=0` excludes a language; no header, `*`, an unknown language
 * or nonsense gives `zh-Hans`. Never throws: a bad header is no reason to refuse a citizen.
 */
export function negotiateLanguage(acceptLanguage?: string): Language {
  if (acceptLanguage === undefined || acceptLanguage === '') return defaultLanguage;
  const known = negotiated.get(acceptLanguage);
  if (known !== undefined) return known;
  const language = negotiate(acceptLanguage);
  if (negotiated.size >= mostNegotiated) negotiated.clear();
  if (acceptLanguage.length <= longestNegotiated) negotiated.set(acceptLanguage, language);
  return language;
}

/** Few headers come again and again: what they meant is remembered. */
const negotiated = new Map<string, Language>();
const mostNegotiated = 1000;
const longestNegotiated = 200;

function negotiate(acceptLanguage: string): Language {
  const ranges = acceptLanguage.slice(0, 1000).split(',').map(readRange);
  const refused = new Set(ranges.filter((range) => range.quality === 0).map((range) => languageOf(range.tag)));
  const wanted = ranges.filter((range) => range.quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const language = tag === '*' ? languages.find((candidate) => !refused.has(candidate)) : languageOf(tag);
    if (language) return language;
  }
  return defaultLanguage;
}

function readRange(text: string): Range {
  const [tag = '', ...parameters] = text.trim().split(/\s*;\s*/);
  const weight = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
  const quality = weight === undefined ? 1 : Number(weight);
  return { tag, quality: tag !== '' && quality >= 0 && quality <= 1 ? quality : NaN };
}

function languageOf(tag: string): Language | undefined {
  if (traditional.test(tag)) return 'zh-Hant';
  if (/^zh\b/i.test(tag)) return 'zh-Hans';
  if (/^en\b/i.test(tag)) return 'en';
  return undefined;
}
