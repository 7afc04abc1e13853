import { generatePopulation, listCities, loadCity, loadProvince, personas, type Persona } from '#seeds';

/** A persona and the name of its city. */
export interface Person {
  readonly persona: Persona;
  readonly cityName: string;
}

/** The people of the seeds; the same number draws the same people. */
export function drawPeople(seedsDir: string, seedNumber: number): Person[] {
  const province = loadProvince(seedsDir);
  const cities = listCities(seedsDir).map((division) => loadCity(seedsDir, division));
  const populations = cities.map((city) => generatePopulation(province, city, seedNumber));
  const nameOf = ({ division }: Persona): string =>
    cities.find((city) => city.division.slice(0, 4) === division.slice(0, 4))?.name.zhHans ?? division;
  return personas(province, cities, populations).map((persona) => ({ persona, cityName: nameOf(persona) }));
}
