import type { Environment } from '../settings/environment.js';

/** A program that listens. */
export interface RunningProgram {
  /** Its address, without a trailing slash. */
  readonly url: string;
  /** Stops listening, lets requests in flight end, closes what the program opened. Safe to call twice. */
  close(): Promise<void>;
}

/** How every program starts: `startProgram` of its `program.ts`. */
export type StartProgram = (environment: Environment) => Promise<RunningProgram>;
