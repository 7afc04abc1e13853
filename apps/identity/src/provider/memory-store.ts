import type { Clock } from '#libs/kernel';
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  readonly expires: number;
}

/** Milliseconds a pushed request is kept after its end: a login that began with it may still be under way. */
const loginMs = 900_000;

/** What the second use of a thing that is used once is answered with. */
const usedTwice: Readonly<Record<string, () => Error>> = {
  AuthorizationCode: () => new errors.InvalidGrant('authorization code already consumed'),
  PushedAuthorizationRequest: () =>
    new errors.InvalidRequestUri('request_uri is invalid, expired, or was already used'),
};

/**
 * Sessions, grants and codes of one provider. They live as long as the program: a login is soon done again.
 * The provider looks a thing up, waits, and uses it up; so whether it was used before is asked again here, in the one
 * synchronous step that uses it up.
 */
export class MemoryStore {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly clock: Clock) {}

  /** The adapter of one model (`Session`, `Grant`, `AuthorizationCode` …). */
  adapter(model: string): Adapter {
    const adapter: Adapter = {
      upsert: async (id, payload, expiresIn) => this.#put(`${model}:${id}`, payload, expiresIn),
      find: async (id) => this.#find(`${model}:${id}`),
      findByUid: async (uid) => this.#findWhere(model, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => this.#findWhere(model, (payload) => payload.userCode === userCode),
      consume: async (id) => this.#useUp(model, id),
      destroy: async (id) => void this.#entries.delete(`${model}:${id}`),
      revokeByGrantId: async (grantId) => this.#forgetGrant(grantId),
    };
    return { ...adapter, ...this.#special[model] };
  }

  readonly #special: Readonly<Record<string, Partial<Adapter>>> = {
    // The provider looks for a proof before it notes it: the noting alone decides.
    ReplayDetection: {
      find: async () => undefined,
      upsert: async (id, payload, expiresIn) => this.#noteOnce(`ReplayDetection:${id}`, payload, expiresIn),
    },
    PushedAuthorizationRequest: {
      upsert: async (id, payload, expiresIn) =>
        this.#put(`PushedAuthorizationRequest:${id}`, payload, (expiresIn ?? 0) + loginMs / 1000),
      find: async (id) => this.#findPushed(`PushedAuthorizationRequest:${id}`),
    },
  };

  #useUp(model: string, id: string): void {
    const payload = this.#find(`${model}:${id}`);
    if (payload === undefined) return;
    const refusal = payload.consumed === undefined ? undefined : usedTwice[model];
    if (refusal !== undefined) {
      if (payload.grantId !== undefined) this.#revokeGrant(payload.grantId);
      throw refusal();
    }
    payload.consumed = Math.floor(this.#now() / 1000);
  }

  /** A proof may be dated ahead by as long as it is good: it is remembered twice as long. */
  #noteOnce(key: string, payload: AdapterPayload, expiresIn = 0): void {
    if (this.#find(key) !== undefined) throw new errors.InvalidDpopProof('DPoP proof JWT was used before');
    this.#put(key, payload, expiresIn * 2);
  }

  /** The provider tells by `exp` whether it may still begin a login; by this program's clock. */
  #findPushed(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key);
    const expired = entry !== undefined && entry.expires - loginMs <= this.#now();
    const payload = this.#find(key);
    return expired && payload !== undefined ? { ...payload, exp: 1 } : payload;
  }

  #put(key: string, payload: AdapterPayload, expiresIn: number | undefined): void {
    this.#forgetExpired();
    this.#entries.set(key, { payload, expires: expiresIn === undefined ? Infinity : this.#now() + expiresIn * 1000 });
  }

  #find(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && entry.expires > this.#now() ? entry.payload : undefined;
  }

  #findWhere(model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const keys = [...this.#entries.keys()].filter((key) => key.startsWith(`${model}:`));
    return keys.map((key) => this.#find(key)).find((payload) => payload !== undefined && matches(payload));
  }

  #revokeGrant(grantId: string): void {
    this.#forgetGrant(grantId);
    this.#entries.delete(`Grant:${grantId}`);
  }

  #forgetGrant(grantId: string): void {
    for (const [key, { payload }] of this.#entries) if (payload.grantId === grantId) this.#entries.delete(key);
  }

  #forgetExpired(): void {
    const now = this.#now();
    for (const [key, { expires }] of this.#entries) if (expires <= now) this.#entries.delete(key);
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
