import type { Persona, Population } from './people.js';
import { ageOn } from './population/dates.js';
import type { CitySeeds, ProvinceSeeds, Staff } from './types.js';

/**
 * Everybody one can log in as, in a stable order: for each city the heads of its households (`cs-citizen-1` …), its
 * enterprises (`cs-enterprise-1` …) and its staff; then the province's staff.
 */
export function personas(
  province: ProvinceSeeds,
  cities: readonly CitySeeds[],
  populations: readonly Population[],
): Persona[] {
  const ofCities = cities.flatMap((city) => {
    const population = populations.find(({ division }) => division === city.division);
    return [...citizens(city, population), ...enterprises(city, population), ...city.staff.map(officer)];
  });
  return [...ofCities, ...province.staff.map(officer)];
}

/** The first living adult of each household. */
function citizens({ personaPrefix, division }: CitySeeds, population?: Population): Persona[] {
  const heads = new Map<string, Persona>();
  for (const person of population?.people ?? []) {
    if (heads.has(person.householdId) || person.deathDate || ageOn(person.birthDate) < 18) continue;
    heads.set(person.householdId, {
      id: `${personaPrefix}-citizen-${heads.size + 1}`,
      name: person.name,
      kind: 'citizen',
      division,
      roles: ['citizen'],
      holderIdType: '111',
      holderIdNumber: person.residentId,
    });
  }
  return [...heads.values()];
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
