/** What no text of another node may hold: it is read by people, and must read as it stands. */
const notPlain = /[^\P{Cc}\n\r\t]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Whether another node's value is a text for people: neither empty nor too long, without control and direction characters. */
export function isPlainText(
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number } = { min: 1, max: 200 },
): value is string {
  return typeof value === 'string' && value.trim().length >= min && value.length <= max && !notPlain.test(value);
}
