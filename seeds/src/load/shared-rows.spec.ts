import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DivisionCode } from '#libs/kernel';
import { SeedsCopy } from '../testing/seeds-copy.js';
import { loadCity } from './load-city.js';
import { loadProvince } from './load-province.js';

const zhuzhou = '430200' as DivisionCode;
let copy: SeedsCopy;

beforeEach(() => {
  copy = new SeedsCopy();
});

afterEach(() => copy.remove());

describe('the rows of a seed folder', () => {
  it('are read once for all who ask', () => {
    expect(loadProvince(copy.directory)).toBe(loadProvince(copy.directory));
    expect(loadCity(copy.directory, zhuzhou)).toBe(loadCity(`${copy.directory}/`, zhuzhou));
  });

  it('cannot be changed by one of them', () => {
    const { items } = loadProvince(copy.directory);
    expect(() => Object.assign(items[0]?.materials[0] ?? {}, { necessity: 'DEFERRABLE' })).toThrow(TypeError);
  });

  it('are read anew when a file has changed, also one of another city', () => {
    const [province, city] = [loadProvince(copy.directory), loadCity(copy.directory, zhuzhou)];
    copy.edit('cities/430100/authorities.csv', '长沙市公安局', '长沙市公安厅');
    expect(loadProvince(copy.directory)).toBe(province);
    expect(loadCity(copy.directory, zhuzhou)).not.toBe(city);
    copy.edit('province/items.csv', ',45,15,working', ',45,14,working');
    expect(loadProvince(copy.directory).items[0]?.committedDays).toBe(14);
  });
});
