import { KuashiError } from '#libs/kernel';
import type { Caller } from '../../access/caller.js';

/** How many subscriptions a program holds open. */
export interface StreamLimits {
  /** Of one caller; the anonymous are one. */
  readonly perCaller: number;
  /** Of all callers together. */
  readonly inAll: number;
}

/** The limits that hold unless a program is given others. */
export const defaultStreamLimits: StreamLimits = { perCaller: 20, inAll: 5000 };

/** Counts the open subscriptions, whichever way they came in, and cuts those that are left when the program ends. */
export class OpenStreams {
  readonly #byCaller = new Map<string, number>();
  readonly #cuts = new Set<() => void>();
  #closed = false;

  constructor(private readonly limits: StreamLimits = defaultStreamLimits) {}

  /** Open subscriptions of everybody. */
  get size(): number {
    return this.#cuts.size;
  }

  /**
   * Takes a place for a caller's subscription.
   * @param cut breaks its connection off, so that the client sees that it was not completed
   * @returns gives the place back; TOO_MANY_SUBSCRIPTIONS when there is none
   */
  admit({ subject }: Caller, cut: () => void): (() => void) | KuashiError {
    const open = this.#byCaller.get(subject) ?? 0;
    if (open >= this.limits.perCaller) return tooMany(this.limits.perCaller);
    if (this.size >= this.limits.inAll || this.#closed) return tooMany();
    this.#byCaller.set(subject, open + 1);
    this.#cuts.add(cut);
    return () => this.#release(subject, cut);
  }

  /** Cuts every subscription and admits no other. */
  close(): void {
    this.#closed = true;
    for (const cut of this.#cuts) cut();
  }

  #release(subject: string, cut: () => void): void {
    if (!this.#cuts.delete(cut)) return;
    const open = (this.#byCaller.get(subject) ?? 1) - 1;
    if (open === 0) this.#byCaller.delete(subject);
    else this.#byCaller.set(subject, open);
  }
}

/** Whose limit it is shows in whether the limit is named: a caller can do something about the own one only. */
function tooMany(limit?: number): KuashiError {
  return new KuashiError('TOO_MANY_SUBSCRIPTIONS', { params: limit === undefined ? {} : { limit } });
}
