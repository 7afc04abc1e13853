import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { DivisionCode } from '#libs/kernel';
import { generatePopulation, listCities, loadCity, loadProvince, personas } from './index.js';
import { SeedsCopy } from './testing/seeds-copy.js';

const yueyang = '430600' as DivisionCode;
let copy: SeedsCopy;

beforeAll(() => {
  copy = new SeedsCopy();
  copy.addCity(join(process.cwd(), 'test/fixtures/cities', yueyang), yueyang);
});

afterAll(() => copy.remove());

describe('a fourth city', () => {
  it('is a folder: it loads, has people, and they can log in', () => {
    const province = loadProvince(copy.directory);
    expect(listCities(copy.directory)).toContain(yueyang);
    const city = loadCity(copy.directory, yueyang);
    const population = generatePopulation(province, city, 1);
    expect(city.implementations.length).toBeGreaterThan(250);
    expect(population.people[0]?.residentId).toMatch(/^430699/);
    expect(population.certificates.some(({ division }) => division === yueyang)).toBe(true);
    expect(personas(province, [city], [population])[0]).toMatchObject({ id: 'yy-citizen-1', division: yueyang });
  });

  it('changes nothing in the others', () => {
    const [first] = listCities(copy.directory);
    const city = loadCity(copy.directory, first!);
    expect(city.formerAuthorities.every(({ division }) => !division.startsWith('4306'))).toBe(true);
  });
});
