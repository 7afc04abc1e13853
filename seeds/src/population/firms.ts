import type { Person } from '../people.js';
import { syntheticCreditCode } from './credit-code.js';
import { ageOn, yearsBefore } from './dates.js';
import type { Drawing } from './households.js';
import { industries } from './industries.js';
import type { Firm, Resident } from './resident.js';

/** Numbers below are kept for public bodies and companies that have duties. */
const firstNumber = 50_001;

/** All enterprises of a city; each industry in turn, each led by an adult of the city. */
export function drawFirms({ city, places, random }: Drawing, residents: readonly Resident[]): Firm[] {
  const adults = residents.map(({ person }) => person).filter(isOfAge);
  return Array.from({ length: city.population.enterprises }, (_, index) => {
    const industry = industries[index % industries.length] ?? industries[0];
    const county = random.pick(places.counties);
    const representative = random.pick(adults);
    const name = `${places.name(city.division)}示例${random.pick(words)}${industry.name}有限公司`;
    return {
      enterprise: {
        id: `${city.personaPrefix}-firm-${index + 1}`,
        name,
        creditCode: syntheticCreditCode('91', city.syntheticDivision, firstNumber + index),
        legalRepresentative: representative.id,
        establishedOn: yearsBefore(2 + random.integer(80) / 10),
      },
      industry: industry.name,
      scope: industry.scope,
      representative,
      address: places.address(county, random),
      county,
      licences: industry.licences,
    };
  });
}

const words = ['湘枫', '云麓', '渌水', '莲城', '星河', '青禾', '瑞景', '远帆', '恒泽', '嘉禾', '天岳', '文澜'];

function isOfAge({ birthDate, deathDate }: Person): boolean {
  return !deathDate && ageOn(birthDate) >= 24 && ageOn(birthDate) < 65;
}
