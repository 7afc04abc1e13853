import { describe, expect, it } from '@jest/globals';
import { splitLines } from './split-lines.js';

describe('splitLines', () => {
  it('gives each record its line, and skips empty lines and a byte-order mark', () => {
    expect(splitLines('\uFEFFa,b\r\n\n1,2\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['1', '2'] },
    ]);
  });

  it('reads quoted cells', () => {
    expect(splitLines('"a, ""b""",c')[0]?.cells).toEqual(['a, "b"', 'c']);
  });

  it.each(['"a,b', 'a"b,c', '"a"b,c'])('reports broken quoting with its line: %s', (text) => {
    const [, broken] = splitLines(`a,b\n${text}`);
    expect(broken?.line).toBe(2);
    expect(broken?.fault).toBeTruthy();
  });
});
