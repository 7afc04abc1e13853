import { type LoadRequest, type Requests } from './requests.js';
import { type Sender } from './send.js';
import { Tally } from './tally.js';

/** How fast requests arrive in a phase: whatever becomes of those before (an open model). */
export interface Phase {
  readonly seconds: number;
  readonly reads: number;
  readonly filings: number;
  /** The rate begins at a fifth and rises to the whole over the phase. */
  readonly ramp?: boolean;
}

/** Milliseconds between two looks at what is due. */
const tick = 4;

/** Runs a phase to its end and waits for its last answer. */
export async function runPhase(phase: Phase, requests: Requests, sender: Sender): Promise<Tally> {
  const tally = new Tally();
  const began = performance.now();
  const underWay = new Set<Promise<void>>();
  const start = (request: LoadRequest, due: number): void => {
    const done = follow(request, { due, began, tally, requests, sender }).finally(() => underWay.delete(done));
    underWay.add(done);
  };
  const streams = [new Stream(phase.reads, () => requests.read()), new Stream(phase.filings, () => requests.filing())];
  const end = phase.seconds * 1000;
  for (let now = 0; now < end; now = performance.now() - began) {
    for (const stream of streams) {
      for (const due of stream.dueUntil(now, phase.ramp ? end : undefined)) start(stream.next(), due);
    }
    await new Promise((passed) => setTimeout(passed, tick));
  }
  await Promise.all(underWay);
  return tally;
}

/** Requests of one kind that are due at even distances. */
class Stream {
  private sent = 0;

  constructor(
    private readonly rate: number,
    readonly next: () => LoadRequest,
  ) {}

  /** When those were due that are due by now: milliseconds since the phase began. */
  *dueUntil(now: number, ramp: number | undefined): Generator<number> {
    for (let due = this.timeOf(this.sent, ramp); due <= now; due = this.timeOf(this.sent, ramp)) {
      this.sent += 1;
      yield due;
    }
  }

  /** When the request of this number is due; on a ramp the rate rises evenly from a fifth of it to the whole. */
  private timeOf(number: number, ramp: number | undefined): number {
    if (ramp === undefined) return (number * 1000) / this.rate;
    const rise = 0.8 / ramp;
    return (-0.2 + Math.sqrt(0.04 + (2 * rise * number * 1000) / this.rate)) / rise;
  }
}

interface Following {
  readonly due: number;
  readonly began: number;
  readonly tally: Tally;
  readonly requests: Requests;
  readonly sender: Sender;
}

async function follow(request: LoadRequest, { due, began, tally, requests, sender }: Following): Promise<void> {
  tally.latest = Math.max(tally.latest, performance.now() - began - due);
  const { outcome, body } = await sender.send(request);
  const latency = performance.now() - began - due;
  tally.add({ kind: request.kind, outcome, latency, second: Math.floor(due / 1000) });
  if (request.kind !== 'filing' || outcome !== 'ok') return;
  const id = /"id":"(app_\w+)"/.exec(body)?.[1];
  if (id) requests.filed(id, request.token);
}
