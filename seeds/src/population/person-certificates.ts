import { ageOn } from './dates.js';
import type { Turn } from './life.js';
import type { Resident } from './resident.js';

/** Who holds a certificate, and at what age it was first to be had. */
export interface Holding {
  readonly type: string;
  readonly held: (resident: Resident) => boolean;
  /** Years of age before which it is not issued. */
  readonly fromAge: number;
  /** Years of age after which it is not issued any more. */
  readonly untilAge?: number;
  /** People who moved in from another city still hold the one issued there. */
  readonly keptFromFormerCity?: boolean;
}

const age = ({ person }: Resident) => ageOn(person.birthDate);
const alive = ({ person }: Resident) => person.deathDate === undefined;
const dead = (resident: Resident) => !alive(resident);
const adult = (resident: Resident) => alive(resident) && age(resident) >= 18;
const retired = (resident: Resident) => alive(resident) && age(resident) >= (resident.person.sex === 'male' ? 60 : 55);
const working = (resident: Resident) => adult(resident) && !retired(resident);
const child = (resident: Resident) => alive(resident) && age(resident) < 18;
const between = (from: number, to: number) => (resident: Resident) =>
  alive(resident) && age(resident) >= from && age(resident) < to;
const workerWith = (turn: Turn) => (resident: Resident) => working(resident) && resident.life.has(turn);
const adultWith = (turn: Turn) => (resident: Resident) => adult(resident) && resident.life.has(turn);
const married = ({ person }: Resident) => person.spouse !== undefined;
const head = ({ relation }: Resident) => relation === '户主';

/** The certificates of people, in the order in which they are issued. */
export const holdings: readonly Holding[] = [
  { type: 'resident-identity-card', held: alive, fromAge: 0 },
  { type: 'household-register', held: alive, fromAge: 0, keptFromFormerCity: true },
  { type: 'social-security-card', held: () => true, fromAge: 0 },
  { type: 'medical-insurance-e-voucher', held: alive, fromAge: 0 },
  { type: 'medical-insurance-participation-certificate', held: () => true, fromAge: 0 },
  { type: 'e-health-card', held: () => true, fromAge: 0 },
  { type: 'residence-permit', held: (resident) => adult(resident) && !!resident.person.formerCity, fromAge: 18 },
  { type: 'birth-medical-certificate', held: child, fromAge: 0, keptFromFormerCity: true },
  { type: 'vaccination-certificate', held: child, fromAge: 0, keptFromFormerCity: true },
  { type: 'school-entry-vaccination-proof', held: between(3, 7), fromAge: 3 },
  { type: 'student-status-certificate', held: between(7, 18), fromAge: 6 },
  { type: 'marriage-certificate', held: married, fromAge: 22, keptFromFormerCity: true },
  {
    type: 'social-insurance-contribution-certificate',
    held: workerWith('employed'),
    fromAge: 20,
    keptFromFormerCity: true,
  },
  { type: 'pension-contribution-voucher', held: workerWith('insured-record'), fromAge: 20, keptFromFormerCity: true },
  { type: 'housing-fund-deposit-certificate', held: workerWith('employed'), fromAge: 20 },
  { type: 'employment-startup-certificate', held: workerWith('insured-record'), fromAge: 18, keptFromFormerCity: true },
  { type: 'unemployment-registration-certificate', held: workerWith('unemployed'), fromAge: 18 },
  { type: 'individual-income-tax-record', held: workerWith('taxpayer'), fromAge: 20 },
  { type: 'tax-payment-certificate', held: workerWith('taxpayer'), fromAge: 20 },
  { type: 'motor-vehicle-driving-licence', held: adultWith('driver'), fromAge: 18, keptFromFormerCity: true },
  { type: 'higher-education-diploma', held: adultWith('graduate'), fromAge: 22, untilAge: 23 },
  { type: 'degree-certificate', held: adultWith('graduate'), fromAge: 22, untilAge: 23 },
  { type: 'vocational-skill-level-certificate', held: workerWith('technician'), fromAge: 20 },
  { type: 'special-operation-certificate', held: workerWith('technician'), fromAge: 20 },
  { type: 'professional-technical-qualification', held: workerWith('professional'), fromAge: 25 },
  { type: 'professional-title-certificate', held: workerWith('professional'), fromAge: 27 },
  { type: 'teacher-qualification-certificate', held: workerWith('teacher'), fromAge: 22 },
  { type: 'mandarin-proficiency-certificate', held: workerWith('teacher'), fromAge: 20 },
  { type: 'nurse-practice-certificate', held: workerWith('nurse'), fromAge: 21 },
  { type: 'physician-qualification-certificate', held: workerWith('physician'), fromAge: 25 },
  { type: 'physician-practice-certificate', held: workerWith('physician'), fromAge: 25 },
  { type: 'second-class-constructor-registration', held: workerWith('builder'), fromAge: 25 },
  { type: 'road-transport-practitioner-certificate', held: workerWith('freight-driver'), fromAge: 22 },
  { type: 'ride-hailing-driver-certificate', held: workerWith('ride-hailing-driver'), fromAge: 22 },
  { type: 'food-worker-health-certificate', held: workerWith('cook'), fromAge: 18 },
  { type: 'discharge-certificate', held: adultWith('veteran'), fromAge: 21, untilAge: 22, keptFromFormerCity: true },
  { type: 'veteran-preferential-card', held: adultWith('veteran'), fromAge: 21 },
  { type: 'disability-certificate', held: adultWith('disabled'), fromAge: 18 },
  { type: 'subsistence-allowance-certificate', held: adultWith('needy'), fromAge: 18 },
  { type: 'ordinary-passport', held: adultWith('traveller'), fromAge: 18 },
  { type: 'hk-macau-travel-permit', held: adultWith('traveller'), fromAge: 18 },
  { type: 'volunteer-service-certificate', held: adultWith('volunteer'), fromAge: 18 },
  { type: 'no-criminal-record-certificate', held: workerWith('record-checked'), fromAge: 18 },
  { type: 'retirement-certificate', held: retired, fromAge: 55 },
  { type: 'pension-benefit-certificate', held: retired, fromAge: 55 },
  { type: 'elderly-preferential-card', held: (resident) => alive(resident) && age(resident) >= 65, fromAge: 65 },
  { type: 'elderly-transit-card', held: (resident) => alive(resident) && age(resident) >= 65, fromAge: 65 },
  {
    type: 'real-estate-ownership-certificate',
    held: (resident) => head(resident) && resident.life.has('homeowner'),
    fromAge: 24,
  },
  {
    type: 'housing-lease-record',
    held: (resident) => head(resident) && !resident.life.has('homeowner') && resident.life.has('tenant'),
    fromAge: 20,
  },
  { type: 'motor-vehicle-licence', held: (resident) => head(resident) && resident.life.has('car-owner'), fromAge: 20 },
  {
    type: 'motor-vehicle-registration-certificate',
    held: (resident) => head(resident) && resident.life.has('car-owner'),
    fromAge: 20,
  },
  { type: 'death-medical-certificate', held: dead, fromAge: 0 },
  { type: 'cremation-certificate', held: dead, fromAge: 0 },
  { type: 'household-cancellation-certificate', held: dead, fromAge: 0 },
];
