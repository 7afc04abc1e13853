import type { OpenStatusList } from './open-status-list-token.js';

/** A list read before. */
export interface CachedList {
  readonly open: OpenStatusList;
  readonly etag: string | undefined;
  /** When it was last fetched or confirmed. */
  readonly confirmedAt: Date;
}

/** Status lists read before, by address, the oldest forgotten first. One per program, handed to `readStatus`. */
export class StatusListCache {
  private readonly lists = new Map<string, CachedList>();

  constructor(private readonly capacity = 256) {}

  get(uri: string): CachedList | undefined {
    return this.lists.get(uri);
  }

  put(uri: string, list: CachedList): void {
    const [oldest] = this.lists.keys();
    if (!this.lists.has(uri) && this.lists.size >= this.capacity && oldest !== undefined) this.lists.delete(oldest);
    this.lists.set(uri, list);
  }
}
