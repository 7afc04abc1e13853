import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Random } from '../ids/random.js';
import type { Holder } from './holder.js';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals the number of a holder for its way to the node that has to write it into a certificate: AES-256-GCM under a key
 * derived from the province's, bound to the holder. Whoever can open it could find the number from the holder anyway.
 * @param hmacKey the key that makes holders, see `holderOf`.
 * @returns base64url: nonce, ciphertext, tag.
 */
export function sealNumber(hmacKey: Uint8Array, holder: Holder, number: string, random: Random): string {
  const nonce = random.bytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(hmacKey), nonce).setAAD(Buffer.from(holder));
  const sealed = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** The number that was sealed for a holder; undefined when it was sealed for another one, under another key, or changed. */
export function openNumber(hmacKey: Uint8Array, holder: Holder, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(hmacKey), bytes.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(holder)).setAuthTag(bytes.subarray(-tagBytes));
  try {
    const plain = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

const sealingKey = (hmacKey: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', hmacKey, '', 'kuashi-number', 32));
