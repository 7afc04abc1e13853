import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeBase64url } from './base64url.js';
import { parseEncodedJson } from './strict-json.js';

const read = (text: string) => parseEncodedJson(encodeBase64url(text));

describe('strict JSON', () => {
  it('reads what JSON.parse reads, whatever the names and strings contain', () => {
    const value = fc.jsonValue({ maxDepth: 6 }).filter((each) => !JSON.stringify(each).includes('"__proto__":'));
    fc.assert(
      fc.property(value, (each) => expect(read(JSON.stringify(each))).toEqual(JSON.parse(JSON.stringify(each)))),
    );
    expect(read('{"a:\\"{":"x:\\\\","":[":"],"b\\\\":1}')).toEqual({ 'a:"{': 'x:\\', '': [':'], 'b\\': 1 });
  });

  it.each([
    ['a name twice', '{"a":1,"b":2,"a":3}', 'JSON_NAME_REPEATED'],
    ['a name twice in other spelling', '{"a":1,"\\u0061":2}', 'JSON_NAME_REPEATED'],
    ['a name twice deep down', '[{"x":{"a":1,"a":{}}}]', 'JSON_NAME_REPEATED'],
    ['a prototype', '{"x":{"__proto__":{"exp":1}}}', 'JSON_NAME_REFUSED'],
    ['an infinite number', '[1E999]', 'JSON_MALFORMED'],
    ['an infinite number in digits', `[-${'9'.repeat(400)}]`, 'JSON_MALFORMED'],
    ['a comment', '{}//', 'JSON_MALFORMED'],
    ['a byte order mark', '\uFEFF{}', 'JSON_MALFORMED'],
    ['a depth of 25', `${'['.repeat(25)}${']'.repeat(25)}`, 'JSON_TOO_DEEP'],
    ['a depth without end', '['.repeat(100_000), 'JSON_MALFORMED'],
  ])('refuses %s', (_what, text, reason) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ reason }));
  });

  it('needs no more than linear time for strings before a far colon', () => {
    expect(read(`[${'"",'.repeat(60_000)}{"a":"${'\\\\'.repeat(30_000)}"}]`)).toHaveLength(60_001);
  }, 2000);

  it('needs no more than linear time for quotes that never end', () => {
    expect(() => read(`"${'\\"'.repeat(90_000)}`)).toThrow('JSON_MALFORMED');
  }, 2000);
});
