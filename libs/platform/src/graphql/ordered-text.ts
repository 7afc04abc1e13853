/** RFC 4648 section 7: base32hex keeps the order of the bytes it encodes. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUV';

/**
 * Texts as one text whose byte order is the order of the tuple. Each part ends in 0x00, a 0x00 inside becomes 0x00 0xFF;
 * so no encoded tuple is the beginning of another. Inverted bytes turn the order round.
 */
export function encodeOrdered(parts: readonly string[], inverted: boolean): string {
  const bytes: number[] = [];
  for (const part of parts) {
    for (const byte of Buffer.from(part, 'utf8')) {
      bytes.push(byte);
      if (byte === 0) bytes.push(0xff);
    }
    bytes.push(0);
  }
  return toBase32Hex(inverted ? bytes.map((byte) => byte ^ 0xff) : bytes);
}

/** The texts of an encoded tuple; undefined when it is none. */
export function decodeOrdered(text: string, inverted: boolean): string[] | undefined {
  const bytes = fromBase32Hex(text)?.map((byte) => (inverted ? byte ^ 0xff : byte));
  if (bytes === undefined) return undefined;
  const parts: string[] = [];
  let part: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const escaped = byte === 0 && bytes[at + 1] === 0xff;
    if (byte === 0 && !escaped) {
      parts.push(Buffer.from(part).toString('utf8'));
      part = [];
      continue;
    }
    part.push(byte);
    if (escaped) at += 1;
  }
  return part.length === 0 ? parts : undefined;
}

function toBase32Hex(bytes: readonly number[]): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += digits.charAt((held >> bits) & 31);
    }
  }
  return bits === 0 ? text : text + digits.charAt((held << (5 - bits)) & 31);
}

function fromBase32Hex(text: string): number[] | undefined {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text) {
    const digit = digits.indexOf(character);
    if (digit < 0) return undefined;
    held = ((held << 5) | digit) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
  }
  return bytes;
}
