import { KuashiError } from '#libs/kernel';

/**
 * What an unsigned answer means. Its text proves nothing, so only the status counts: overload, an outage (a proxy in
 * between, a start under way), or a no to the envelope itself.
 */
export function errorOfStatus(status: number, city: string): KuashiError {
  if (status === 429 || status === 503) return new KuashiError('NODE_BUSY', { params: { city } });
  if (status >= 500) return new KuashiError('NODE_UNREACHABLE', { params: { city } });
  return new KuashiError('NODE_ANSWER_INVALID', { params: { city, reason: `HTTP ${status}` } });
}
