import type { Admission } from './admission.js';
import type { CallCount } from './call-count.js';

/** Who is counted, as the names of the counters that all gateways share begin. */
export type CounterKind = 'person' | 'client' | 'address';

/**
 * Adds calls to a counter that all gateways share.
 * @returns milliseconds until calls are let in again, when all gateways together were asked too much; else 0
 */
export type TellCalls = (kind: CounterKind, key: string, calls: number) => Promise<number>;

/** What shared counting works with. */
export interface SharedCountsOptions {
  readonly admission: Pick<Admission, 'persons' | 'addresses' | 'clients'>;
  readonly tell: TellCalls;
  /** hears, once an outage, why others cannot be told: each gateway counts for itself then */
  readonly onFault: (fault: unknown) => void;
  readonly now?: () => number;
}

const intervalMs = 500;

/**
 * Lets several gateways count together without a question on the way of a request: what came in is told twice a second,
 * and a caller of whom all together had too much is refused here until its window ends.
 */
export class SharedCounts {
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();
  private isOut = false;

  constructor(private readonly options: SharedCountsOptions) {}

  start(): void {
    this.timer ??= setInterval(() => {
      this.telling = this.telling.then(() => this.tellAll());
    }, intervalMs).unref();
  }

  /** Tells the others of every call since it was told last. */
  async tellAll(): Promise<void> {
    const { persons, addresses, clients } = this.options.admission;
    const told: Promise<void>[] = [];
    for (const [key, { calls }] of persons.entries()) told.push(...this.tell('person', key, calls));
    for (const [key, { calls }] of addresses.entries()) told.push(...this.tell('address', key, calls));
    for (const [key, calls] of clients.entries()) told.push(...this.tell('client', key, calls));
    const [failed] = (await Promise.allSettled(told)).filter(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected' && !this.isOut) this.options.onFault(failed.reason);
    if (told.length > 0) this.isOut = failed !== undefined;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.telling;
  }

  private tell(kind: CounterKind, key: string, count: CallCount): Promise<void>[] {
    const calls = count.takeUntold();
    if (calls === 0) return [];
    const now = this.options.now ?? (() => performance.now());
    const closing = this.options.tell(kind, key, calls).then((wait) => {
      if (wait > 0) count.close(now() + wait);
    });
    return [closing];
  }
}
