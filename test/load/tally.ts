/** How one request ended: `ok`, a code, or why there was no answer. */
export interface Ending {
  readonly kind: string;
  readonly outcome: string;
  /** Milliseconds from when it was due, not from when it was sent. */
  readonly latency: number;
  /** Whole seconds since the phase began, of when it was due. */
  readonly second: number;
}

/**
 * Refusals with 429 or 503, by which a program protects itself: nothing was begun, and the caller may come again. A
 * certificate is undetermined when the node that keeps its status refuses to say. Everything else but `ok` is an error.
 */
const sheddingCodes = new Set(['TOO_MANY_REQUESTS', 'OVERLOADED', 'NODE_BUSY', 'CERTIFICATE_UNDETERMINED']);

/** Figures of one kind of request. */
export interface KindFigures {
  readonly kind: string;
  readonly sent: number;
  readonly ok: number;
  readonly shed: number;
  readonly errors: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Counts how the requests of a phase ended. */
export class Tally {
  private readonly endings: Ending[] = [];
  /** Longest that a request was sent after it was due, in milliseconds: how well the generator kept up. */
  latest = 0;

  add(ending: Ending): void {
    this.endings.push(ending);
  }

  /** Every kind by itself, then all together. */
  figures(): KindFigures[] {
    const kinds = [...new Set(this.endings.map(({ kind }) => kind))].sort();
    const each = kinds.map((kind) =>
      figuresOf(
        kind,
        this.endings.filter((ending) => ending.kind === kind),
      ),
    );
    return [...each, figuresOf('all', this.endings)];
  }

  /** How often each outcome came that was not `ok`. */
  codes(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { outcome } of this.endings) if (outcome !== 'ok') counts[outcome] = (counts[outcome] ?? 0) + 1;
    return counts;
  }

  /** The second after which nothing failed any more; 0 when nothing did. */
  cleanFrom(): number {
    return Math.max(0, ...this.endings.filter(({ outcome }) => outcome !== 'ok').map(({ second }) => second + 1));
  }
}

function figuresOf(kind: string, endings: readonly Ending[]): KindFigures {
  const count = (test: (outcome: string) => boolean): number => endings.filter(({ outcome }) => test(outcome)).length;
  const ok = count((outcome) => outcome === 'ok');
  const shed = count((outcome) => sheddingCodes.has(outcome));
  const served = endings.filter(({ outcome }) => outcome === 'ok').map(({ latency }) => latency);
  served.sort((a, b) => a - b);
  const percentile = (share: number): number => Math.round((served[Math.floor(served.length * share)] ?? 0) * 10) / 10;
  const sent = endings.length;
  return {
    ...{ kind, sent, ok, shed, errors: sent - ok - shed },
    ...{ p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99) },
  };
}
