import { createApplicationNo, localDateOf, type ApplicationNo, type DivisionCode } from '#libs/kernel';
import { insertIfAbsent, lockForUpdate, updateRow } from '#libs/persistence';
import type { HandlingMode } from '#seeds';
import type { EntityManager } from 'typeorm';
import { NumberSequence } from './number-sequence.entity.js';

const modeDigits = { FULLY_ONLINE: 0, REMOTE_INTAKE: 1, MULTI_CITY_JOINT: 2, ANY_OFFICE: 3 } as const;

/** What a number is made of. */
export interface NumberRequest {
  /** City that owns the case */
  readonly city: DivisionCode;
  readonly mode: HandlingMode;
  readonly at: Date;
}

/**
 * The next number of the day: applications and intakes of a city share the series, so no number means both.
 * Parallel filings wait for each other from here to the commit; ask late.
 */
export async function nextNumber(tx: EntityManager, { city, mode, at }: NumberRequest): Promise<ApplicationNo> {
  const date = localDateOf(at);
  const series = `${city}|${date}|${modeDigits[mode]}`;
  await insertIfAbsent(tx, NumberSequence, { series, last: 0 });
  const row = await lockForUpdate(tx, NumberSequence, { series });
  const sequence = (row?.last ?? 0) + 1;
  await updateRow(tx, NumberSequence, { series }, { last: sequence });
  return createApplicationNo({ division: city, date, mode: modeDigits[mode], sequence });
}
