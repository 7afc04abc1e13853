import { createHmac } from 'node:crypto';
import type { Brand } from '../brand.js';
import { KuashiError } from '../errors/kuashi-error.js';

/** A person or body as nodes index it: an HMAC of the number under the province's key, base64url, 43 characters. */
export type Holder = Brand<string, 'Holder'>;

/** Which number: 111 居民身份证 (resident number), 001 统一社会信用代码 (credit code). */
export type HolderIdType = '111' | '001';

/**
 * The holder of a number: HMAC-SHA256 over `type|number`. The number cannot be found again without the key, and two
 * nodes with the same key find the same holder without sending the number.
 * @param hmacKey at least 32 bytes.
 * @param idNumber the canonical form: a parsed `ResidentId`'s value or a parsed credit code.
 * @throws SETTING_INVALID if the key is too short.
 */
export function holderOf(hmacKey: Uint8Array, idType: HolderIdType, idNumber: string): Holder {
  if (hmacKey.length < 32) {
    throw new KuashiError('SETTING_INVALID', {
      field: 'KUASHI_HOLDER_KEY',
      params: { reason: 'KUASHI_HOLDER_KEY: fewer than 32 bytes' },
    });
  }
  return createHmac('sha256', hmacKey).update(`${idType}|${idNumber}`).digest('base64url') as Holder;
}

/** Whether a text has the form of a holder. */
export function isHolder(text: string): text is Holder {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
