import { creditCodeCheck, organisationCodeCheck } from '#libs/kernel';

/** Organisation letters of the synthetic range: MXG bodies of the state, MXP other public bodies, MXT enterprises. */
const lettersOf: Readonly<Record<string, string>> = { '11': 'MXG', '91': 'MXT' };

/**
 * A 统一社会信用代码 in the range reserved for synthetic bodies.
 * @param prefix registering authority and category, e.g. 11 or 91.
 * @param division synthetic division, 43xx99.
 * @param number 1 to 99999.
 */
export function syntheticCreditCode(prefix: string, division: string, number: number): string {
  const body = `${lettersOf[prefix] ?? 'MXP'}${String(number).padStart(5, '0')}`;
  const unchecked = `${prefix}${division}${body}${organisationCodeCheck(body)}`;
  return `${unchecked}${creditCodeCheck(unchecked)}`;
}
