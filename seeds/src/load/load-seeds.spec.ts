import { beforeAll, describe, expect, it } from '@jest/globals';
import { seedsDirectory } from '../testing/seeds-copy.js';
import type { CitySeeds, ProvinceSeeds } from '../types.js';
import { listCities, loadCity } from './load-city.js';
import { loadProvince } from './load-province.js';

let province: ProvinceSeeds;
let cities: CitySeeds[];

beforeAll(() => {
  province = loadProvince(seedsDirectory);
  cities = listCities(seedsDirectory).map((division) => loadCity(seedsDirectory, division));
});

const counties = ({ divisions }: CitySeeds) =>
  divisions.filter(({ kind, status }) => kind === 'county' && status === 'current').map(({ code }) => code);

describe('the seeds', () => {
  it('hold 300 items, 313 certificate types and 45 bundles', () => {
    expect(province.items).toHaveLength(300);
    expect(province.certificateTypes).toHaveLength(313);
    expect(province.bundles).toHaveLength(45);
  });

  it('hold 34 centres with at least three windows each, one of them for other cities', () => {
    const centres = cities.flatMap((city) => city.centres.map((centre) => ({ city, centre })));
    expect(centres).toHaveLength(34);
    for (const { city, centre } of centres) {
      const windows = city.windows.filter((window) => window.centre === centre.id);
      expect(windows.length).toBeGreaterThanOrEqual(3);
      expect(windows.some(({ crossCity }) => crossCity)).toBe(true);
    }
  });

  it('implement municipal items once in each city and county items once in each of its counties', () => {
    for (const city of cities) {
      for (const item of province.items) {
        const divisions = city.implementations.filter((each) => each.item === item.key).map((each) => each.division);
        const expected = { municipal: [city.division], county: counties(city), provincial: [], national: [] };
        expect(divisions).toEqual(expected[item.authorityLevel]);
      }
    }
  });

  it('implement provincial and national items in the province', () => {
    const above = province.items.filter(({ authorityLevel: level }) => level === 'provincial' || level === 'national');
    expect(province.implementations.map(({ item }) => item).sort()).toEqual(above.map(({ key }) => key).sort());
  });

  it('promise different terms in different cities', () => {
    const terms = (city: CitySeeds) => city.implementations.map(({ committedDays }) => committedDays).join();
    expect(new Set(cities.map(terms)).size).toBe(cities.length);
  });

  it('have exactly one entitled kind of issuer for every certificate type, at its level', () => {
    for (const type of province.certificateTypes) {
      const issuers = [...province.authorities, ...(cities[0]?.authorities ?? [])];
      const levels = new Set(issuers.filter(({ issues }) => issues.includes(type.key)).map(({ level }) => level));
      levels.delete('county');
      if (type.issuingDepartment !== '乡镇人民政府') expect([...levels]).toEqual([type.issuerLevel]);
    }
  });

  it('never use a real type code for a synthetic certificate', () => {
    for (const { code, knownTypeCode } of province.certificateTypes) {
      expect(code).toMatch(/^11430099MXG000018P\d{3}$/);
      expect(code).not.toBe(knownTypeCode);
    }
  });

  it('lead every retired division code to one in force', () => {
    const current = new Set(province.divisions.filter(({ status }) => status === 'current').map(({ code }) => code));
    const retired = province.divisions.filter(({ status }) => status === 'retired');
    expect(retired).toHaveLength(33);
    for (const { successor } of retired) expect(current.has(successor!)).toBe(true);
  });
});
