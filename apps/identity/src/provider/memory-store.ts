import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  readonly expires: number;
}

/** Sessions, grants and codes of one provider. They live as long as the program: a login is soon done again. */
export class MemoryStore {
  readonly #entries = new Map<string, Entry>();

  /** The adapter of one model (`Session`, `Grant`, `AuthorizationCode` …). */
  adapter(model: string): Adapter {
    const find = (id: string): AdapterPayload | undefined => this.#find(`${model}:${id}`);
    return {
      upsert: async (id, payload, expiresIn) => this.#put(`${model}:${id}`, payload, expiresIn),
      find: async (id) => find(id),
      findByUid: async (uid) => this.#findWhere(model, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => this.#findWhere(model, (payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = find(id);
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void this.#entries.delete(`${model}:${id}`),
      revokeByGrantId: async (grantId) => this.#forgetGrant(grantId),
    };
  }

  #put(key: string, payload: AdapterPayload, expiresIn: number | undefined): void {
    this.#forgetExpired();
    this.#entries.set(key, { payload, expires: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 });
  }

  #find(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && entry.expires > Date.now() ? entry.payload : undefined;
  }

  #findWhere(model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const keys = [...this.#entries.keys()].filter((key) => key.startsWith(`${model}:`));
    return keys.map((key) => this.#find(key)).find((payload) => payload !== undefined && matches(payload));
  }

  #forgetGrant(grantId: string): void {
    for (const [key, { payload }] of this.#entries) if (payload.grantId === grantId) this.#entries.delete(key);
  }

  #forgetExpired(): void {
    const now = Date.now();
    for (const [key, { expires }] of this.#entries) if (expires <= now) this.#entries.delete(key);
  }
}
