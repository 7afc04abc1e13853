import type { DivisionCode, SeededRandom } from '#libs/kernel';
import type { Person } from '../people.js';
import type { CitySeeds, FamilyKind } from '../types.js';
import { yearsBefore } from './dates.js';
import { drawLife } from './life.js';
import { personName } from './person-name.js';
import type { Places } from './places.js';
import type { Household, Resident } from './resident.js';
import type { ResidentNumbers } from './resident-numbers.js';

/** What households are drawn with. */
export interface Drawing {
  readonly city: CitySeeds;
  readonly places: Places;
  readonly random: SeededRandom;
  readonly numbers: ResidentNumbers;
}

interface Plan {
  readonly family: FamilyKind;
  readonly formerCity?: string;
}

/** Family kinds in the proportions in which they are drawn. */
const familyShares: readonly FamilyKind[] = [
  ...Array<FamilyKind>(9).fill('couple-with-children'),
  ...Array<FamilyKind>(4).fill('three-generations'),
  ...Array<FamilyKind>(3).fill('couple'),
  ...Array<FamilyKind>(2).fill('single'),
  ...Array<FamilyKind>(2).fill('widowed'),
];

/** All households of a city: the characters of its file first, then drawn ones. */
export function drawHouseholds(drawing: Drawing): Resident[][] {
  const { households, characters } = drawing.city.population;
  return Array.from({ length: households }, (_, index) =>
    new HouseholdDrawing(drawing, index + 1, characters[index] ?? drawPlan(drawing)).residents(),
  );
}

function drawPlan({ city, random }: Drawing): Plan {
  let lot = random.integer(100);
  const former = Object.entries(city.population.formerResidents).find(([, share]) => (lot -= share) < 0);
  return { family: random.pick(familyShares), formerCity: former?.[0] };
}

interface Member {
  readonly key: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: string;
  readonly relation: string;
  readonly deathDate?: string;
  readonly surname?: string;
  readonly spouse?: string;
  readonly father?: string;
  readonly mother?: string;
}

/** Draws one household, member by member. */
class HouseholdDrawing {
  private readonly members: Member[] = [];
  private readonly headAge: number;
  private readonly county: DivisionCode;

  constructor(
    private readonly drawing: Drawing,
    private readonly order: number,
    private readonly plan: Plan,
  ) {
    const { random, places } = drawing;
    this.county = random.pick(places.counties);
    this.headAge = plan.family === 'widowed' ? 62 + random.integer(20) : 28 + random.integer(20);
  }

  residents(): Resident[] {
    this.drawMembers();
    const people = this.people();
    const household = this.household(people);
    return this.members.map((member) => ({
      person: people.get(member.key) as Person,
      life: drawLife(this.drawing.random),
      relation: member.relation,
      household,
      spouse: people.get(member.spouse ?? ''),
      father: people.get(member.father ?? ''),
      mother: people.get(member.mother ?? ''),
    }));
  }

  private drawMembers(): void {
    const { random } = this.drawing;
    const headSex = random.integer(2) === 0 ? 'male' : 'female';
    const single = this.plan.family === 'single';
    this.add('1', headSex, this.headAge, '户主', { spouse: single ? undefined : '2' });
    if (single) return;
    const spouseSex = headSex === 'male' ? 'female' : 'male';
    const deathDate = this.plan.family === 'widowed' ? yearsBefore(1 + random.integer(6)) : undefined;
    const relation = spouseSex === 'female' ? '妻' : '夫';
    this.add('2', spouseSex, this.headAge + random.integer(5) - 2, relation, { spouse: '1', deathDate });
    if (this.plan.family === 'couple-with-children' || this.plan.family === 'three-generations') this.addChildren();
    if (this.plan.family === 'three-generations') this.addGrandparents();
  }

  private addChildren(): void {
    const { random } = this.drawing;
    const [father, mother] = this.members[0]?.sex === 'male' ? ['1', '2'] : ['2', '1'];
    const count = 1 + random.integer(3);
    for (let child = 0; child < count; child++) {
      const age = Math.max(
        0.2,
        Math.min(17, this.headAge - 25 - child * 2 - random.integer(3)) + random.integer(10) / 10,
      );
      const sex = random.integer(2) === 0 ? 'male' : 'female';
      this.add(`3${child}`, sex, age, sex === 'male' ? '子' : '女', { father, mother });
    }
  }

  private addGrandparents(): void {
    const { random } = this.drawing;
    const age = this.headAge + 24 + random.integer(6);
    const deathDate = random.integer(5) === 0 ? yearsBefore(1 + random.integer(8)) : undefined;
    this.add('4', 'male', age + 2, '父', { spouse: '5', deathDate });
    this.add('5', 'female', age, '母', { spouse: '4' });
  }

  private add(key: string, sex: Member['sex'], age: number, relation: string, rest: Partial<Member>): void {
    const days = this.drawing.random.integer(360) / 365;
    const birthDate = yearsBefore(Math.min(Math.max(age, 0.1) + (age < 1 ? 0 : days), 95));
    this.members.push({ key, sex, birthDate, relation, ...rest });
  }

  private people(): ReadonlyMap<string, Person> {
    const { random, numbers, city } = this.drawing;
    const names = this.names();
    const idOf = (key: string) => `${city.personaPrefix}-person-${this.order}-${key}`;
    const person = (member: Member): Person => ({
      id: idOf(member.key),
      name: names.get(member.key) ?? personName(random),
      residentId: numbers.next(member.birthDate, member.sex),
      sex: member.sex,
      birthDate: member.birthDate,
      deathDate: member.deathDate,
      householdId: this.id(),
      county: this.county,
      formerCity: this.plan.formerCity as DivisionCode | undefined,
      spouse: member.spouse && idOf(member.spouse),
      children: this.members
        .filter(({ father, mother }) => father === member.key || mother === member.key)
        .map(({ key }) => idOf(key)),
    });
    return new Map(this.members.map((member) => [member.key, person(member)]));
  }

  /** Children bear their father's surname, the head that of the grandfather. */
  private names(): ReadonlyMap<string, string> {
    const { random } = this.drawing;
    const names = new Map<string, string>();
    for (const { key, father } of this.members) {
      const after = father ?? (key === '4' ? '1' : undefined);
      const surname = after && names.get(after)?.charAt(0);
      names.set(key, surname ? personName(random, surname) : personName(random));
    }
    return names;
  }

  private household(people: ReadonlyMap<string, Person>): Household {
    const { random, places } = this.drawing;
    const address = places.address(this.county, random);
    const former = this.plan.formerCity as DivisionCode | undefined;
    return {
      id: this.id(),
      order: this.order,
      told: this.order <= this.drawing.city.population.characters.length,
      number: `${former ?? this.county}${String(this.order).padStart(6, '0')}`,
      headName: people.get('1')?.name ?? '',
      address,
      registeredAddress: former ? places.address(former, random) : address,
      size: people.size,
      county: this.county,
    };
  }

  private id(): string {
    return `${this.drawing.city.personaPrefix}-household-${this.order}`;
  }
}
