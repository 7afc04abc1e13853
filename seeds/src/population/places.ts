import { cityOf, type DivisionCode, type SeededRandom } from '#libs/kernel';
import type { CitySeeds, ProvinceSeeds } from '../types.js';

/** Names of divisions and made-up addresses. */
export class Places {
  private readonly names: ReadonlyMap<string, string>;
  /** Counties of the city. */
  readonly counties: readonly DivisionCode[];

  constructor(province: ProvinceSeeds, city: CitySeeds) {
    const rows = [...province.divisions, ...city.divisions].filter(({ status }) => status === 'current');
    this.names = new Map(rows.map(({ code, name }) => [code, name]));
    this.counties = city.divisions
      .filter(({ kind, status }) => kind === 'county' && status === 'current')
      .map(({ code }) => code);
  }

  name(division: string): string {
    return this.names.get(division) ?? division;
  }

  /** An address on a road that no city has; the word 示例 marks it. */
  address(division: DivisionCode, random: SeededRandom): string {
    const city = cityOf(division);
    const county = division === city ? '' : this.name(division);
    const [road, house, floor] = [random.integer(90) + 1, random.integer(300) + 1, random.integer(20) + 1];
    return `${this.name(city)}${county}示例${road}路${house}号${floor}0${random.integer(6) + 1}室`;
  }
}
