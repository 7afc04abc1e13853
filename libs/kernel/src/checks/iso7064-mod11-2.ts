/**
 * Check character of ISO/IEC 7064:2003 MOD 11-2 (GB/T 17710), the one of GB 11643 resident numbers.
 * @param digits the digits before the check character.
 * @returns `0`–`9` or `X` (ten). Finds every single substitution and every swap of two neighbours.
 */
export function checkMod11_2(digits: string): string {
  let remainder = 0;
  for (const digit of digits) remainder = ((remainder + Number(digit)) * 2) % 11;
  return '0123456789X'.charAt((12 - remainder) % 11);
}
