import { describe, expect, it } from '@jest/globals';
import { cityOf, isDivisionCode, isSyntheticDivision, parseDivisionCode, provinceOf } from './division-code.js';
import { DivisionTable, type DivisionRow } from './division-table.js';

function row(code: string, name: string, status: DivisionRow['status'], successor?: string): DivisionRow {
  return {
    code: parseDivisionCode(code),
    name,
    kind: 'county',
    status,
    successor: successor === undefined ? undefined : parseDivisionCode(successor),
  };
}

const rows = [
  row('430104', '岳麓区', 'current'),
  row('430102', '东区', 'retired', '430102'),
  row('430102', '芙蓉区', 'current'),
  row('430122', '望城县', 'retired', '430112'),
  row('430111', '雨花区', 'current'),
  row('430111', '郊区', 'retired'),
  row('430199', '模拟', 'synthetic'),
];

describe('division codes', () => {
  it('are six digits in the structure of GB/T 2260', () => {
    expect(['430000', '430100', '430104', '110105', '439001', '820000'].filter(isDivisionCode)).toHaveLength(6);
    expect(['43010', '4301044', '43010a', '', '430001', '４３０１０４'].filter(isDivisionCode)).toEqual([]);
  });

  it('of no province are unknown', () => {
    for (const code of ['000000', '100000', '990000']) {
      expect(() => parseDivisionCode(code, 'division')).toThrow(
        expect.objectContaining({ code: 'DIVISION_UNKNOWN', field: 'division', params: { division: code } }),
      );
    }
  });

  it('lead to their city and province', () => {
    const [county, city, province] = ['430104', '430100', '430000'].map((code) => parseDivisionCode(code));
    expect([county, city, province].map((code) => cityOf(code!))).toEqual(['430100', '430100', '430000']);
    expect([county, city, province].map((code) => provinceOf(code!))).toEqual(['430000', '430000', '430000']);
  });

  it('know the range of synthetic data', () => {
    expect(['430199', '430299', '430104', '440199'].map(isSyntheticDivision)).toEqual([true, true, false, false]);
  });
});

describe('the division table', () => {
  const table = new DivisionTable(rows);

  it('prefers the division in force where a code was used twice, in either order', () => {
    expect(table.current('430102').name).toBe('芙蓉区');
    expect(table.current('430111').name).toBe('雨花区');
  });

  it('finds retired divisions but does not take them for current ones', () => {
    expect(table.find('430122')?.name).toBe('望城县');
    expect(() => table.current('430122', 'input.division')).toThrow(
      expect.objectContaining({
        code: 'DIVISION_RETIRED',
        field: 'input.division',
        params: { division: '430122', successor: '430112' },
      }),
    );
  });

  it('refuses what it does not know', () => {
    expect(() => table.current('430181')).toThrow(expect.objectContaining({ code: 'DIVISION_UNKNOWN' }));
  });

  it('takes synthetic divisions in the sandbox only', () => {
    expect(() => table.current('430199')).toThrow(expect.objectContaining({ code: 'DIVISION_SYNTHETIC' }));
    expect(new DivisionTable(rows, { acceptSynthetic: true }).current('430199').name).toBe('模拟');
  });

  it('lists the divisions in force', () => {
    expect(table.allCurrent().map(({ code }) => code)).toEqual(['430104', '430102', '430111']);
  });
});
