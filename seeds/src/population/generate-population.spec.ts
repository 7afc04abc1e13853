import { describe, expect, it } from '@jest/globals';
import { createCertificateIdentifier, parseResidentId, parseUnifiedCreditCode } from '#libs/kernel';
import { listCities, loadCity, loadProvince } from '../index.js';
import { seedsDirectory } from '../testing/seeds-copy.js';
import { countingDay } from './dates.js';
import { generatePopulation } from './generate-population.js';

const province = loadProvince(seedsDirectory);
const cities = listCities(seedsDirectory).map((division) => loadCity(seedsDirectory, division));
const populations = cities.map((city) => generatePopulation(province, city, 1));
const certificates = populations.flatMap((population) => population.certificates);
const types = new Map(province.certificateTypes.map((type) => [type.key, type]));
const authorities = new Map(
  [...province.authorities, ...cities.flatMap((city) => city.authorities)].map((each) => [each.code, each]),
);

describe('the synthetic population', () => {
  it.each([1, 2, 7, 42])('has at least 300 people and 60 enterprises, of seed number %d too', (seedNumber) => {
    const drawn = cities.map((city) => generatePopulation(province, city, seedNumber));
    expect(drawn.flatMap(({ people }) => people).length).toBeGreaterThanOrEqual(300);
    expect(drawn.flatMap(({ enterprises }) => enterprises)).toHaveLength(60);
  });

  it('is the same for the same seed number and another for another', () => {
    const [city] = cities;
    // A copy of the city, for the drawing of the city itself is kept.
    expect(generatePopulation(province, { ...city! }, 1)).toEqual(populations[0]);
    expect(generatePopulation(province, city!, 1)).toBe(generatePopulation(province, city!, 1));
    expect(generatePopulation(province, city!, 2)).not.toEqual(populations[0]);
  });

  it('gives everybody at least six certificates', () => {
    const count = groupByHolder();
    for (const { people, enterprises } of populations) {
      const numbers = [
        ...people.map(({ residentId }) => residentId),
        ...enterprises.map(({ creditCode }) => creditCode),
      ];
      for (const number of numbers) expect(count.get(number)?.length ?? 0).toBeGreaterThanOrEqual(6);
    }
  });

  it('has numbers of the reserved ranges with right check characters, none twice', () => {
    const seen = new Set<string>();
    for (const { people, enterprises } of populations) {
      for (const { residentId, birthDate } of people) {
        const options = { now: new Date(`${countingDay}T00:00:00Z`), allowSynthetic: true };
        expect(parseResidentId(residentId, options).birthDate).toBe(birthDate);
        expect(seen.size).toBeLessThan(seen.add(residentId).size);
      }
      for (const { creditCode } of enterprises) {
        parseUnifiedCreditCode(creditCode);
        expect(seen.size).toBeLessThan(seen.add(creditCode).size);
      }
    }
  });

  it('consists of families: spouses name each other, parents name their children', () => {
    for (const { people } of populations) {
      const byId = new Map(people.map((person) => [person.id, person]));
      const children = people.flatMap((person) => person.children);
      expect(children.length).toBeGreaterThan(20);
      for (const person of people) if (person.spouse) expect(byId.get(person.spouse)?.spouse).toBe(person.id);
      for (const child of children) expect(byId.has(child)).toBe(true);
      expect(people.some(({ deathDate }) => deathDate)).toBe(true);
    }
  });

  it('has each certificate issued by an authority that may, on the node that the authority belongs to', () => {
    for (const { type, authority, division } of certificates) {
      const issuer = authorities.get(authority);
      expect(issuer?.issues).toContain(type);
      expect(division).toBe(`${issuer?.division.slice(0, 4)}00`);
    }
  });

  it('leaves no claim of a type open, and makes identifiers that are unique', () => {
    const identifiers = new Set<string>();
    for (const { type: key, authority: issuer, serial, claims } of certificates) {
      const type = types.get(key)!;
      expect(Object.keys(claims)).toEqual(type.claims);
      identifiers.add(createCertificateIdentifier({ typeCode: type.code, issuer, serial, version: 1 }).value);
    }
    expect(identifiers.size).toBe(certificates.length);
  });

  it('issues nothing in the future and nothing after a death, but some of it has run out', () => {
    const deaths = new Map(
      populations.flatMap(({ people }) => people.map(({ residentId, deathDate }) => [residentId, deathDate])),
    );
    for (const { issuedOn, validFrom, validUntil, holderIdNumber } of certificates) {
      expect(issuedOn <= (deaths.get(holderIdNumber) ?? countingDay)).toBe(true);
      if (validUntil) expect(validFrom < validUntil).toBe(true);
    }
    expect(certificates.some(({ validUntil }) => validUntil && validUntil < countingDay)).toBe(true);
  });

  it('has people who still hold certificates of a city they left', () => {
    for (const { division, certificates: held } of populations) {
      expect(held.some((each) => each.division !== division && each.division !== '430000')).toBe(true);
    }
  });

  it('shows placeholders for portraits', () => {
    const portraits = certificates.flatMap(({ claims }) => claims['portrait'] ?? []);
    for (const portrait of portraits) expect(portrait).toMatch(/^urn:kuashi:placeholder:/);
  });
});

function groupByHolder(): Map<string, typeof certificates> {
  const groups = new Map<string, typeof certificates>();
  for (const each of certificates) groups.set(each.holderIdNumber, [...(groups.get(each.holderIdNumber) ?? []), each]);
  return groups;
}
