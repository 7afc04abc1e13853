const modulus = 65521;

/** Adler-32 of bytes (RFC 1950 §8.2). */
export function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += 4096) {
    const end = Math.min(start + 4096, bytes.length);
    for (let place = start; place < end; place++) {
      low += bytes[place] ?? 0;
      high += low;
    }
    low %= modulus;
    high %= modulus;
  }
  return high * 65536 + low;
}

/** The sum of two pieces put together, from the sum of each and the length of the second. */
export function joinAdler32(first: number, second: number, secondLength: number): number {
  const lowFirst = first % 65536;
  const low = (lowFirst + (second % 65536) + modulus - 1) % modulus;
  const highs = Math.floor(first / 65536) + Math.floor(second / 65536);
  const shift = (secondLength % modulus) * (lowFirst + modulus - 1);
  return ((highs + shift) % modulus) * 65536 + low;
}
