import { createHmac } from 'node:crypto';

/**
 * Under what a register files a certificate's number (证照编号): a keyed code, for on many kinds the number is the
 * person's own. The kind is part of it, so that codes of two kinds with the same number have nothing in common.
 */
export function certificateNumberCode(hmacKey: Uint8Array, type: string, number: string): string {
  return createHmac('sha256', hmacKey).update(`certificate-number|${type}|${number}`).digest('base64url');
}
