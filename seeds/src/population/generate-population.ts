import { cityOf, SeededRandom } from '#libs/kernel';
import type { Population, SeedCertificate } from '../people.js';
import type { CertificateType, CitySeeds, ProvinceSeeds, SeedDate } from '../types.js';
import { certificateNumber } from './certificate-number.js';
import { drawClaims } from './claims/draw-claims.js';
import { countingDay, yearsAfter } from './dates.js';
import { drawFirms } from './firms.js';
import { firmTypes } from './firm-certificates.js';
import { drawHouseholds, type Drawing } from './households.js';
import { IssuingAuthorities } from './issuing.js';
import { holdings, type Holding } from './person-certificates.js';
import { Places } from './places.js';
import { ResidentNumbers } from './resident-numbers.js';
import type { Firm, Resident } from './resident.js';
import { drawValidity, type Validity } from './validity.js';

/**
 * The synthetic people, enterprises and certificates of a city; the same number gives the same rows.
 *
 * The certificates are those that the city's people hold, wherever they were issued: by the city and its counties, by
 * the province (`division` 430000), or by a city they moved in from. A node issues those of EVERY city's population
 * whose `division` is its own: programs in one process that ask in succession get the same drawing.
 */
export function generatePopulation(province: ProvinceSeeds, city: CitySeeds, seedNumber: number): Population {
  const last = lastDrawn.get(city);
  const known = last?.province === province && last.seedNumber === seedNumber ? last.population.deref() : undefined;
  const population = known ?? drawPopulation(province, city, seedNumber);
  lastDrawn.set(city, { province, seedNumber, population: new WeakRef(population) });
  return population;
}

/** Held weakly: some megabytes that nobody needs once the registers are seeded. */
const lastDrawn = new WeakMap<
  CitySeeds,
  { readonly province: ProvinceSeeds; readonly seedNumber: number; readonly population: WeakRef<Population> }
>();

function drawPopulation(province: ProvinceSeeds, city: CitySeeds, seedNumber: number): Population {
  const random = new SeededRandom(seedNumber * 1_000_000 + Number(city.division));
  const places = new Places(province, city);
  const numbers = new ResidentNumbers(city.syntheticDivision, random);
  const drawing: Drawing = { city, places, random, numbers };
  const residents = drawHouseholds(drawing).flat();
  const firms = drawFirms(drawing, residents);
  const issue = new CertificateDrawing(drawing, province);
  let certificates: readonly SeedCertificate[] | undefined;
  return {
    division: city.division,
    people: residents.map(({ person }) => person),
    enterprises: firms.map(({ enterprise }) => enterprise),
    // Drawn when first asked for: who only wants to know the people need not wait for thousands of certificates.
    get certificates() {
      certificates ??= [
        ...residents.flatMap((each) => issue.ofResident(each)),
        ...firms.flatMap((each) => issue.ofFirm(each)),
      ];
      return certificates;
    },
  };
}

interface Grant {
  readonly type: CertificateType;
  readonly validity: Validity;
  readonly city: CitySeeds['division'];
  readonly holder: { readonly name: string; readonly idType: '111' | '001'; readonly idNumber: string };
  readonly resident?: Resident;
  readonly firm?: Firm;
}

/** Draws the certificates of one city's people and enterprises. */
class CertificateDrawing {
  private readonly types: ReadonlyMap<string, CertificateType>;
  private readonly authorities: IssuingAuthorities;
  private count = 0;

  constructor(
    private readonly drawing: Drawing,
    province: ProvinceSeeds,
  ) {
    this.types = new Map(province.certificateTypes.map((type) => [type.key, type]));
    this.authorities = new IssuingAuthorities(province, drawing.city);
  }

  ofResident(resident: Resident): SeedCertificate[] {
    const { person } = resident;
    const holder = { name: person.name, idType: '111', idNumber: person.residentId } as const;
    return holdings
      .filter(({ held }) => held(resident))
      .flatMap((holding) => {
        const type = this.types.get(holding.type);
        if (!type) return [];
        const { notBefore, notAfter } = lifetimeOf(resident, holding);
        const validity = drawValidity({
          type,
          notBefore,
          notAfter,
          birthDate: person.birthDate,
          mayHaveRunOut: !resident.household.told,
          random: this.drawing.random,
        });
        const city = (holding.keptFromFormerCity && person.formerCity) || this.drawing.city.division;
        return this.draw({ type, validity, city, holder, resident });
      });
  }

  ofFirm(firm: Firm): SeedCertificate[] {
    const { enterprise } = firm;
    const holder = { name: enterprise.name, idType: '001', idNumber: enterprise.creditCode } as const;
    return [...firmTypes, ...firm.licences].flatMap((key) => {
      const type = this.types.get(key);
      if (!type) return [];
      const lifetime = { notBefore: enterprise.establishedOn, notAfter: countingDay, mayHaveRunOut: true };
      const validity = drawValidity({ type, random: this.drawing.random, ...lifetime });
      return this.draw({ type, validity, city: this.drawing.city.division, holder, firm });
    });
  }

  private draw({ type, validity, city, holder, resident, firm }: Grant): SeedCertificate[] {
    const { random, places } = this.drawing;
    const county = resident?.household.county ?? firm?.county ?? city;
    const authority = this.authorities.find(type.key, city, county, resident?.household.order ?? 0);
    if (!authority) return [];
    const context = {
      type,
      authority,
      city,
      random,
      places,
      resident,
      firm,
      holderName: holder.name,
      holderIdType: holder.idType,
      holderIdNumber: holder.idNumber,
      issuedOn: validity.issuedOn,
      validFrom: validity.validFrom,
      validUntil: validity.validUntil,
      number: '',
    };
    context.number = certificateNumber(context);
    const claims = drawClaims(context);
    return [
      {
        type: type.key,
        authority: authority.code,
        division: cityOf(authority.division),
        holderIdType: holder.idType,
        holderIdNumber: holder.idNumber,
        holderName: holder.name,
        assetOwners: type.holderKind === 'asset' ? ownersOf(holder.idNumber, type, resident) : undefined,
        serial: this.serial(validity.issuedOn),
        claims,
        ...validity,
      },
    ];
  }

  /** Year, city digits of the population, running number: unique for every issuer. */
  private serial(issuedOn: SeedDate): string {
    this.count += 1;
    const city = this.drawing.city.division.slice(0, 4);
    return `${issuedOn.slice(0, 4)}${city}${String(this.count).padStart(7, '0')}`;
  }
}

/** The days between which something can have been issued. */
interface Lifetime {
  readonly notBefore: SeedDate;
  readonly notAfter: SeedDate;
}

/** Papers about a birth, a marriage and a death bear its day; after a death nothing else is issued. */
function lifetimeOf({ person, spouse }: Resident, { type: key, fromAge, untilAge }: Holding): Lifetime {
  const { birthDate, deathDate = countingDay } = person;
  const on = (day: SeedDate) => ({ notBefore: day, notAfter: day });
  if (key === 'birth-medical-certificate') return on(birthDate);
  if (/^(death-|cremation-|household-cancellation-)/.test(key)) return on(deathDate);
  const younger = spouse && spouse.birthDate > birthDate ? spouse.birthDate : birthDate;
  if (key === 'marriage-certificate') return on(yearsAfter(younger, 23));
  const last = untilAge === undefined ? deathDate : yearsAfter(birthDate, untilAge);
  return { notBefore: yearsAfter(birthDate, fromAge), notAfter: last < deathDate ? last : deathDate };
}

/** A home is owned by both spouses, everything else by the holder alone. */
function ownersOf(holder: string, { key }: CertificateType, resident?: Resident): string[] {
  const spouse = resident?.spouse;
  const joint = key === 'real-estate-ownership-certificate' && spouse && !spouse.deathDate;
  return joint ? [holder, spouse.residentId] : [holder];
}
