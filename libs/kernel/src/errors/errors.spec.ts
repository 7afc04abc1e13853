import { describe, expect, it } from '@jest/globals';
import { languages } from '../language/language.js';
import { describeError } from './describe-error.js';
import { errorCatalogue, type ErrorCode } from './error-catalogue.js';
import { isErrorCode, KuashiError } from './kuashi-error.js';
import { terms } from './terms.js';

const codes = Object.keys(errorCatalogue) as ErrorCode[];
const cases = codes.flatMap((code) =>
  (['message', 'action'] as const).map((part) => ({ code, part, texts: errorCatalogue[code][part] })),
);

/** Every placeholder, and for the optional parts which placeholders they hold, order aside. */
function shapeOf(text: string): string[] {
  const optional = [...text.matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => `[${namesIn(part).join()}]`);
  return [...new Set([...optional, ...namesIn(text)])].sort();
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

describe('a parameter that has a name in every language', () => {
  it('is said in the language of the reader', () => {
    const material = { 'zh-Hans': '户口簿', 'zh-Hant': '戶口簿', en: 'household register' };
    const error = new KuashiError('MATERIAL_MISSING', { params: { material } });
    expect(describeError(error, 'zh-Hant').message).toContain('戶口簿');
    expect(describeError(error, 'en').message).toContain('household register');
    expect(error.message).toContain('household register');
  });
});

describe('the error catalogue', () => {
  it.each(cases)('$code has its $part in every language', ({ texts }) => {
    expect(Object.keys(texts).sort()).toEqual([...languages].sort());
    for (const language of languages) expect(texts[language].trim().length).toBeGreaterThan(3);
  });

  it.each(cases)('$code has the same placeholders in every language ($part)', ({ texts }) => {
    expect(shapeOf(texts['zh-Hant'])).toEqual(shapeOf(texts['zh-Hans']));
    expect(shapeOf(texts.en)).toEqual(shapeOf(texts['zh-Hans']));
  });

  it.each(cases)('$code is written in the script of each language ($part)', ({ texts }) => {
    expect(texts['zh-Hans']).toMatch(/[一-鿿]+.*。$|\{\w+\}$/su);
    expect(texts['zh-Hant']).not.toMatch(/[请问证办实误单时据规页该题开关读码号]/u);
    expect(texts.en).not.toMatch(/[一-鿿]/u);
  });

  it.each(cases)('$code has optional parts that hold a placeholder and do not nest ($part)', ({ texts }) => {
    for (const language of languages) {
      const text = texts[language];
      expect(text.replace(/\[[^[\]]*\{\w+\}[^[\]]*\]/g, '')).not.toMatch(/[[\]]/);
    }
  });

  it.each(codes)('%s has the status of an error', (code) => {
    expect(errorCatalogue[code].status).toBeGreaterThanOrEqual(400);
    expect(errorCatalogue[code].status).toBeLessThan(600);
  });

  it('says every term in every language', () => {
    for (const [, term] of terms) {
      for (const language of languages) expect(term[language]).not.toBe('');
    }
  });
});

describe('an error', () => {
  const error = new KuashiError('IDENTIFIER_MALFORMED', {
    field: 'input.applicant.idNumber',
    params: { identifier: 'resident-id', reason: 'wrong-length' },
  });

  it('carries code, field, parameters, status and cause', () => {
    const cause = new Error('below');
    expect(error).toMatchObject({ code: 'IDENTIFIER_MALFORMED', field: 'input.applicant.idNumber', status: 400 });
    expect(new KuashiError('INTERNAL', { cause }).cause).toBe(cause);
    expect(error).toBeInstanceOf(Error);
  });

  it('is described in the reader’s language, its terms too', () => {
    expect(languages.map((language) => describeError(error, language).message)).toEqual([
      'input.applicant.idNumber 不是有效的公民身份号码：长度不对。',
      'input.applicant.idNumber 不是有效的公民身份號碼：長度不對。',
      'The value of input.applicant.idNumber is not a valid resident identity number: it has the wrong length.',
    ]);
    expect(error.message).toBe(describeError(error, 'en').message);
  });

  it('leaves out the optional parts whose parameters are missing or empty', () => {
    expect(describeError('NODE_BUSY', 'en')).toEqual({
      message: 'The system of the city is busy.',
      action: 'Try again later.',
    });
    const busy = new KuashiError('NODE_BUSY', { params: { city: '430300', retryAfter: 5 } });
    expect(describeError(busy, 'en').action).toBe('Try again later (in about 5 seconds).');
    const retired = new KuashiError('DIVISION_RETIRED', { params: { division: '439008', successor: '' } });
    expect(describeError(retired, 'zh-Hans').message).toBe('行政区划代码 439008 已停用。');
  });

  it('never shows a bare placeholder or bracket, even without parameters', () => {
    for (const code of codes) {
      for (const language of languages) {
        const { message, action } = describeError(code, language);
        expect(message + action).not.toMatch(/[{}[\]]/);
      }
    }
  });

  it('says the error that is its reason', () => {
    const params = { material: 'household-register', reason: 'CERTIFICATE_EXPIRED' };
    const invalid = new KuashiError('MATERIAL_INVALID', { params });
    expect(describeError(invalid, 'zh-Hans').message).toBe(
      '该材料不符合要求：household-register（该电子证照已过有效期）。',
    );
  });

  it.each([
    ['ends with a full stop', 'Unknown operation.', '查询语句不符合接口定义：Unknown operation。'],
    ['ends with a question', 'Did you mean "node"?', '查询语句不符合接口定义：Did you mean "node"?'],
  ])('has one mark at its end when its reason %s', (_, reason, message) => {
    expect(describeError(new KuashiError('QUERY_INVALID', { params: { reason } }), 'zh-Hans').message).toBe(message);
  });

  it('says several roles in the reader’s language', () => {
    const error = new KuashiError('FORBIDDEN', { params: { roles: 'acceptance-clerk, supervisor' } });
    expect(describeError(error, 'zh-Hans').message).toBe('您没有进行此操作的权限，需要的身份：受理人员、督办人员。');
    expect(describeError(error, 'en').message).toContain('acceptance clerk, supervisor');
  });

  it('does not read a value as a text with placeholders', () => {
    const odd = new KuashiError('ITEM_UNKNOWN', { params: { item: '{field} [x]' } });
    expect(describeError(odd, 'en').message).toBe('The catalogue has no such service item: {field} [x].');
  });

  it('of another kind is described as INTERNAL, its own text kept back', () => {
    const described = describeError(new Error('password=secret'), 'en');
    expect(described).toEqual(describeError('INTERNAL', 'en'));
  });

  it('code is told from any other text', () => {
    expect([isErrorCode('BAD_INPUT'), isErrorCode('toString'), isErrorCode(undefined)]).toEqual([true, false, false]);
  });
});
