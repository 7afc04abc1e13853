import type { Brand } from '../brand.js';
import { checkMod11_10 } from '../checks/iso7064-mod11-10.js';
import { isProvincePart } from './division-code.js';
import { accepts, expectLength, malformed, wrongCheck } from './fault.js';

/** 食品经营许可证编号: `JY` and 14 digits. */
export type FoodLicenceNo = Brand<string, 'FoodLicenceNo'>;

/** The segments of a food-trade licence number. */
export interface FoodLicenceNoParts {
  /** 主体业态: 1 sale, 2 catering, 3 canteen of a unit. */
  readonly businessForm: '1' | '2' | '3';
  readonly division: string;
  readonly serial: string;
}

/**
 * Parses a food-trade licence number: `JY`, 1 business form, 6 division, 6 serial, 1 check digit (ISO 7064 MOD 11,10
 * over the 13 digits before it).
 * @throws IDENTIFIER_MALFORMED, CHECK_CHARACTER_WRONG.
 */
export function parseFoodLicenceNo(text: string, field?: string): FoodLicenceNo {
  expectLength('food-licence-no', text, 16, field);
  if (!/^JY\d{14}$/.test(text)) throw malformed('food-licence-no', 'wrong-structure', field);
  if (checkMod11_10(text.slice(2, 15)) !== text.charAt(15)) throw wrongCheck('food-licence-no', field);
  if (!/^JY[123]/.test(text)) throw malformed('food-licence-no', 'unknown-segment', field);
  if (!isProvincePart(text.slice(3, 5))) throw malformed('food-licence-no', 'unknown-region', field);
  return text as FoodLicenceNo;
}

/** Whether a text is a food-trade licence number. */
export function isFoodLicenceNo(text: string): text is FoodLicenceNo {
  return accepts(() => parseFoodLicenceNo(text));
}

/** Makes a food-trade licence number of its segments. */
export function createFoodLicenceNo({ businessForm, division, serial }: FoodLicenceNoParts): FoodLicenceNo {
  const body = `${businessForm}${division}${serial}`;
  return parseFoodLicenceNo(`JY${body}${checkMod11_10(body)}`);
}

/** The segments of a food-trade licence number. */
export function foodLicenceNoParts(no: FoodLicenceNo): FoodLicenceNoParts {
  return {
    businessForm: no.charAt(2) as FoodLicenceNoParts['businessForm'],
    division: no.slice(3, 9),
    serial: no.slice(9, 15),
  };
}
