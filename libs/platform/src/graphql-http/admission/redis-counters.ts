import type { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { windowMs, type AdmissionLimits } from './admission-limits.js';
import type { CounterKind, TellCalls } from './shared-counts.js';

/** Counters in Redis. */
export interface RedisCounters {
  readonly tell: TellCalls;
  close(): void;
}

/**
 * Counters that all gateways share, in the Redis at this address. The client is loaded here and nowhere else, so that a
 * gateway alone does without it.
 */
export async function openRedisCounters(url: string, limits: AdmissionLimits): Promise<RedisCounters> {
  const [{ Redis }, { RateLimiterRedis: Limiter }] = await Promise.all([
    import('ioredis'),
    import('rate-limiter-flexible'),
  ]);
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, connectTimeout: 2000 });
  // Each call that fails is told by itself; without a listener the client would print every attempt.
  redis.on('error', () => undefined);
  await new Promise<void>((tried) => redis.once('ready', tried).once('error', tried));
  const limiterOf = (kind: CounterKind, points: number): RateLimiterRedis =>
    new Limiter({ storeClient: redis, keyPrefix: `kuashi:calls:${kind}`, points, duration: windowMs / 1000 });
  const limiters = {
    person: limiterOf('person', limits.personCalls),
    client: limiterOf('client', limits.clientCalls),
    address: limiterOf('address', limits.addressCalls),
  };
  return {
    tell: (kind, key, calls) => waitAfter(limiters[kind], key, calls),
    close: () => redis.disconnect(),
  };
}

/** The library rejects with the counter's state when there were too many, and with an Error when Redis does not answer. */
async function waitAfter(limiter: RateLimiterRedis, key: string, calls: number): Promise<number> {
  try {
    await limiter.consume(key, calls);
    return 0;
  } catch (state) {
    if (state instanceof Error) throw state;
    return (state as RateLimiterRes).msBeforeNext;
  }
}
