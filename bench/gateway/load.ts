import { Pool, type Dispatcher } from 'undici';

/** One request as it is sent, and how many bytes its answer has. */
export interface Shot {
  readonly path: string;
  readonly body: string;
  readonly answerBytes: number;
}

/** What a slice of load is made of. */
export interface Load {
  readonly shots: readonly Shot[];
  /** `authorization` of each caller; they take turns. */
  readonly callers: readonly string[];
  readonly milliseconds: number;
}

/** Well before the five seconds after which a server on node closes a connection, perhaps while a request is on its way. */
const idleMilliseconds = 2000;

/** Kept-alive connections to one contestant. */
export class Connections {
  private readonly pool: Pool;

  constructor(
    origin: string,
    private readonly count: number,
  ) {
    this.pool = new Pool(origin, { connections: count, pipelining: 1, keepAliveMaxTimeout: idleMilliseconds });
  }

  /** Keeps every connection busy for a slice of time; how many requests were answered. @throws on any other answer than before. */
  async run(load: Load): Promise<number> {
    const slice = new Slice(this.pool, load);
    await Promise.all(Array.from({ length: this.count }, () => slice.lane()));
    return slice.done;
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

class Slice {
  done = 0;
  private next = 0;
  private readonly ends: number;
  private readonly headers: readonly (readonly string[])[];

  constructor(
    private readonly pool: Pool,
    private readonly load: Load,
  ) {
    this.ends = performance.now() + load.milliseconds;
    this.headers = load.callers.map((caller) => [...plainHeaders, 'authorization', caller]);
  }

  async lane(): Promise<void> {
    await new Promise<void>((ended, failed) => this.send(new Lane(this, ended, failed)));
  }

  /** Sends the next shot of the slice, or ends the lane. */
  send(lane: Lane): void {
    if (performance.now() >= this.ends) return lane.ended();
    const { load, headers } = this;
    const shot = load.shots[this.next % load.shots.length];
    const caller = headers[this.next % headers.length];
    this.next += 1;
    if (!shot || !caller) throw new Error('nothing to send');
    lane.expects(shot.answerBytes);
    this.pool.dispatch({ path: shot.path, method: 'POST', headers: caller as string[], body: shot.body }, lane);
  }
}

const plainHeaders = ['content-type', 'application/json', 'accept', 'application/json'];

/** One connection's worth of requests, one after the other. */
class Lane implements Dispatcher.DispatchHandler {
  private expected = 0;
  private received = 0;
  private status = 0;
  private head: Buffer | undefined;

  constructor(
    private readonly slice: Slice,
    readonly ended: () => void,
    private readonly failed: (fault: Error) => void,
  ) {}

  expects(bytes: number): void {
    this.expected = bytes;
    this.received = 0;
    this.head = undefined;
  }

  onRequestStart(): void {
    this.status = 0;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.received += chunk.length;
    this.head ??= chunk;
  }

  onResponseEnd(): void {
    if (this.status !== 200 || this.received !== this.expected) {
      const said = this.head?.toString('utf8', 0, 300) ?? '';
      return this.failed(new Error(`${this.status}, ${this.received} bytes instead of ${this.expected}: ${said}`));
    }
    this.slice.done += 1;
    this.slice.send(this);
  }

  onResponseError(_controller: Dispatcher.DispatchController, fault: Error): void {
    this.failed(fault);
  }
}
