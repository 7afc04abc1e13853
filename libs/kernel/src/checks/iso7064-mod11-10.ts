/**
 * Check digit of ISO/IEC 7064:2003 MOD 11,10 (hybrid), used by application numbers and food licences.
 * @param digits the digits before the check digit.
 * @returns `0`–`9`. Finds every single substitution.
 */
export function checkMod11_10(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
