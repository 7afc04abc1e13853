const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Check character of ISO/IEC 7064:2003 MOD 37,36 (hybrid; GB/T 17710-2008), used by GB/T 36904 e-certificate identifiers.
 * @param text the characters `0`–`9`, `A`–`Z` before the check character.
 * @returns `0`–`9` or `A`–`Z`. Finds every single substitution.
 */
export function checkMod37_36(text: string): string {
  let product = 36;
  for (const character of text) {
    const sum = (product + alphabet.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return alphabet.charAt((37 - product) % 36);
}
