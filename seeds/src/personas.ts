import type { Persona, Person, Population } from './people.js';
import { ageOn } from './population/dates.js';
import type { CitySeeds, ProvinceSeeds, Staff } from './types.js';

/**
 * Everybody one can log in as, in a stable order: for each city the heads of its households (`cs-citizen-1` …), their
 * spouses (`cs-citizen-1-spouse` …), who own their home with them, its enterprises (`cs-enterprise-1` …) and its staff;
 * then the province's staff.
 */
export function personas(
  province: ProvinceSeeds,
  cities: readonly CitySeeds[],
  populations: readonly Population[],
): Persona[] {
  const ofCities = cities.flatMap((city) => {
    const population = populations.find(({ division }) => division === city.division);
    return [
      ...citizens(city, population),
      ...spouses(city, population),
      ...enterprises(city, population),
      ...city.staff.map(officer),
    ];
  });
  return [...ofCities, ...province.staff.map(officer)];
}

/** The first living adult of each household. */
function citizens(city: CitySeeds, population?: Population): Persona[] {
  return heads(population).map((person, index) => citizen(city, person, `citizen-${index + 1}`));
}

function spouses(city: CitySeeds, population?: Population): Persona[] {
  const people = new Map(population?.people.map((person) => [person.id, person]));
  return heads(population).flatMap((head, index) => {
    const spouse = people.get(head.spouse ?? '');
    return spouse && !spouse.deathDate ? [citizen(city, spouse, `citizen-${index + 1}-spouse`)] : [];
  });
}

function heads(population?: Population): Person[] {
  const found = new Map<string, Person>();
  for (const person of population?.people ?? []) {
    if (found.has(person.householdId) || person.deathDate || ageOn(person.birthDate) < 18) continue;
    found.set(person.householdId, person);
  }
  return [...found.values()];
}

function citizen({ personaPrefix, division }: CitySeeds, person: Person, name: string): Persona {
  return {
    id: `${personaPrefix}-${name}`,
    name: person.name,
    kind: 'citizen',
    division,
    roles: ['citizen'],
    holderIdType: '111',
    holderIdNumber: person.residentId,
  };
}

function enterprises({ personaPrefix, division }: CitySeeds, population?: Population): Persona[] {
  return (population?.enterprises ?? []).map((enterprise, index) => ({
    id: `${personaPrefix}-enterprise-${index + 1}`,
    name: enterprise.name,
    kind: 'enterprise',
    division,
    roles: ['legal-person'],
    holderIdType: '001',
    holderIdNumber: enterprise.creditCode,
  }));
}

function officer({ id, name, roles, authority, window, division }: Staff): Persona {
  return { id, name, kind: 'staff', division, roles, authority, window };
}
