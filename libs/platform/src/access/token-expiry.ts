import type { CallerAuthentication } from './caller-authentication.js';

/** A clock that was set is noticed within a minute. */
const longestWait = 60_000;

/** Tells when a caller's token has expired. */
export interface TokenExpiry {
  /** Aborted once the token has expired; never for the anonymous caller. */
  readonly signal: AbortSignal;
  /** Nobody waits for it any more. */
  readonly forget: () => void;
}

/** Watches over a token that something lasts as long as. @param expires milliseconds since the epoch */
export function tokenExpiry(
  expires: number | undefined,
  clock: Pick<CallerAuthentication, 'millisecondsUntil'>,
): TokenExpiry {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const look = (instant: number): void => {
    const left = clock.millisecondsUntil(instant);
    if (left <= 0) return controller.abort();
    timer = setTimeout(() => look(instant), Math.min(left, longestWait)).unref();
  };
  if (expires !== undefined) look(expires);
  return { signal: controller.signal, forget: () => clearTimeout(timer) };
}
