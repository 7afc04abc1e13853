import type { LocalDate, Random } from '#libs/kernel';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A serial for a new identifier (流水号): the day and ten random characters; guesses nothing about the number issued. */
export function newSerial(on: LocalDate, random: Random): string {
  const tail = Array.from(random.bytes(10), (byte) => digits.charAt(byte & 31)).join('');
  return `${on.replaceAll('-', '')}${tail}`;
}
