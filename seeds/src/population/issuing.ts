import { cityOf, type DivisionCode } from '#libs/kernel';
import type { Authority, CitySeeds, ProvinceSeeds } from '../types.js';

/** Finds the authority that was entitled to issue a certificate. */
export class IssuingAuthorities {
  private readonly byType = new Map<string, Authority[]>();

  constructor(province: ProvinceSeeds, city: CitySeeds) {
    for (const authority of [...province.authorities, ...city.authorities, ...city.formerAuthorities]) {
      for (const type of authority.issues) {
        this.byType.set(type, [...(this.byType.get(type) ?? []), authority]);
      }
    }
  }

  /**
   * The authority of the county if it issues the type, else of the city, else of the province; undefined if none does.
   * @param city the city that issues, which may be one that the holder has left.
   * @param order number of the household, which decides the county in a city that was left.
   */
  find(type: string, city: DivisionCode, county: DivisionCode, order: number): Authority | undefined {
    const all = this.byType.get(type) ?? [];
    const local = all.filter(({ division }) => cityOf(division) === city);
    const counties = local.filter(({ level }) => level === 'county');
    const own = counties.find(({ division }) => division === county);
    if (own) return own;
    // Somebody who moved away was registered in some county of the old city, with the whole household.
    if (counties.length > 0 && cityOf(county) !== city) return counties[order % counties.length];
    const above = local.length > 0 ? local : all.filter(({ level }) => level === 'provincial' || level === 'national');
    return above.find(({ level }) => level !== 'county') ?? above[0];
  }
}
