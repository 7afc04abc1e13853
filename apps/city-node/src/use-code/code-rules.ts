import { KuashiError } from '#libs/kernel';
import { forDisplay } from '../certificate-use/index.js';
import type { UseCodeRecord } from './use-code.entity.js';

/** How long a code may live, in seconds: one to five minutes, three unless the holder says otherwise. */
export const lifetimes = { shortest: 60, usual: 180, longest: 300 } as const;

/** Where the input that is at fault stands. */
const field = 'input.code';

export const codeUnknown = (): KuashiError => new KuashiError('USE_CODE_UNKNOWN', { field });
export const codeUsed = (): KuashiError => new KuashiError('USE_CODE_USED', { field });

/**
 * A code is good for one use, until it expires, for what its holder made it.
 * @param item service item key, or `display`
 * @throws USE_CODE_USED, USE_CODE_EXPIRED, USE_CODE_OUT_OF_SCOPE
 */
export function assertRedeemable(
  code: Pick<UseCodeRecord, 'usedAt' | 'expiresAt' | 'item'>,
  { item, now }: { item: string; now: Date },
): void {
  if (code.usedAt !== null) throw codeUsed();
  if (now >= code.expiresAt) {
    throw new KuashiError('USE_CODE_EXPIRED', { field, params: { until: code.expiresAt.toISOString() } });
  }
  const scope = code.item ?? forDisplay;
  if (scope !== item) throw new KuashiError('USE_CODE_OUT_OF_SCOPE', { field, params: { scope } });
}
