import { Admission, openRedisCounters, ProgramLog, SharedCounts } from '#libs/platform';
import type { GatewaySettings } from '../settings.js';

/** The gateway's admission, and what ends the counting together with others. */
export interface OpenAdmission {
  readonly admission: Admission;
  readonly close: () => Promise<void>;
}

/** Lets callers in by the settings; where a Redis is named, all gateways that name it count calls together. */
export async function openAdmission(settings: GatewaySettings): Promise<OpenAdmission> {
  const { mode, redisUrl, proxies, logLevel } = settings;
  const admission = new Admission({ limits: settings, proxies, freeLoopback: mode === 'sandbox' });
  if (redisUrl === undefined) return { admission, close: () => Promise.resolve() };
  const counters = await openRedisCounters(redisUrl, settings);
  const log = new ProgramLog('gateway', logLevel);
  const shared = new SharedCounts({
    admission,
    tell: counters.tell,
    onFault: () => log.warn('calls are counted alone'),
  });
  shared.start();
  const close = async (): Promise<void> => {
    await shared.stop();
    counters.close();
  };
  return { admission, close };
}
