import type { SeededRandom } from '#libs/kernel';

/** Turns of a life that decide which certificates somebody holds. */
export const turns = [
  'employed',
  'driver',
  'graduate',
  'technician',
  'professional',
  'teacher',
  'nurse',
  'physician',
  'builder',
  'freight-driver',
  'ride-hailing-driver',
  'cook',
  'veteran',
  'disabled',
  'needy',
  'traveller',
  'volunteer',
  'unemployed',
  'taxpayer',
  'insured-record',
  'record-checked',
  'homeowner',
  'car-owner',
  'tenant',
] as const;
/** A turn of an adult life that brings certificates with it. */
export type Turn = (typeof turns)[number];

/** In how many of a hundred adult lives each turn occurs. */
const share: Readonly<Record<Turn, number>> = {
  employed: 75,
  driver: 55,
  graduate: 45,
  technician: 15,
  professional: 15,
  teacher: 6,
  nurse: 4,
  physician: 3,
  builder: 5,
  'freight-driver': 5,
  'ride-hailing-driver': 3,
  cook: 8,
  veteran: 6,
  disabled: 4,
  needy: 4,
  traveller: 25,
  volunteer: 10,
  unemployed: 6,
  taxpayer: 30,
  'insured-record': 40,
  'record-checked': 10,
  homeowner: 60,
  'car-owner': 40,
  tenant: 20,
};

/** Draws a life. */
export function drawLife(random: SeededRandom): ReadonlySet<Turn> {
  return new Set(turns.filter((turn) => random.integer(100) < share[turn]));
}
