import { type Dialect, type Work } from '../questions.js';
import { type Started } from '../processes.js';

/** Who is measured: a gateway in a process of its own, before the same backends. */
export interface Contestant {
  readonly name: string;
  readonly dialect: Dialect;
  readonly process: Started;
  /** Where a work's questions are sent. */
  url(work: Work): string;
}

/** What a contestant is started with. */
export interface Surroundings {
  /** Ports of the backends, in the order of the cities. */
  readonly ports: readonly number[];
  /** A folder for files of its own. */
  readonly folder: string;
}
