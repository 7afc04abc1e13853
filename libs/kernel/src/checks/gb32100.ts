/** The 31 characters of GB 32100: digits and letters without I, O, S, V, Z. */
export const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Check character of a 统一社会信用代码 (GB 32100-2015 §5.5): weights 3^(i-1) mod 31 over the first 17 characters.
 * @param body the 17 characters before the check, all of `creditCodeAlphabet`.
 */
export function creditCodeCheck(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += creditCodeAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  // The second remainder matters: a sum divisible by 31 gives 0, not 31.
  return creditCodeAlphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * Check character of an 组织机构代码 (GB 11714-1997): the ninth of positions 9 to 17 of a credit code.
 * @param body eight characters `0`–`9`, `A`–`Z` (A = 10 … Z = 35).
 * @returns `0`–`9` or `X` (ten).
 */
export function organisationCodeCheck(body: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * parseInt(body.charAt(index), 36),
    0,
  );
  return '0123456789X0'.charAt(11 - (sum % 11));
}
