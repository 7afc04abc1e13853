interface Entry<V> {
  readonly value: V;
  readonly bytes: number;
  /** looked up since the last time room was made */
  used: boolean;
}

/**
 * A map that makes room once it holds too many entries or too many bytes: the oldest go, but what was looked up since
 * the last time gets a second chance. Looking up moves nothing, so a hit costs one look-up.
 */
export class BoundedMap<V> {
  private readonly entries = new Map<string, Entry<V>>();
  private bytes = 0;

  constructor(
    private readonly maxEntries: number,
    private readonly maxBytes = Number.POSITIVE_INFINITY,
  ) {}

  /** entries held */
  get size(): number {
    return this.entries.size;
  }

  get(key: string): V | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    entry.used = true;
    return entry.value;
  }

  set(key: string, value: V, bytes = 0): void {
    this.delete(key);
    this.entries.set(key, { value, bytes, used: false });
    this.bytes += bytes;
    for (const [oldest, entry] of this.entries) {
      if (this.entries.size <= this.maxEntries && this.bytes <= this.maxBytes) return;
      this.delete(oldest);
      if (entry.used) this.keep(oldest, entry);
    }
  }

  clear(): void {
    this.entries.clear();
    this.bytes = 0;
  }

  private keep(key: string, { value, bytes }: Entry<V>): void {
    this.entries.set(key, { value, bytes, used: false });
    this.bytes += bytes;
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.bytes -= entry.bytes;
    this.entries.delete(key);
  }
}
