/** What a whole run came to. */
export interface LoadFigures {
  /** Errors and refusals at the normal rate. */
  readonly steadyErrors: number;
  /** Growth of the process that grew most. */
  readonly memoryGrowth: number;
  /** How many times the normal rate was sent in the end. */
  readonly overloadFactor: number;
  /** Refusals with 429 or 503 at that rate. */
  readonly overloadShed: number;
  /** Everything at that rate that was neither answered nor shed, as a share of what was sent. */
  readonly overloadErrors: number;
  /** Seconds of the normal rate after which nothing failed any more. */
  readonly recoverySeconds: number;
  /** Milliseconds by which the generator was late at most, at the normal rate. */
  readonly generatorLate: number;
}

interface Limit {
  readonly says: string;
  readonly holds: (figures: LoadFigures) => boolean;
}

/** What must hold. */
export const limits: readonly Limit[] = [
  { says: 'no error at the normal rate', holds: ({ steadyErrors }) => steadyErrors === 0 },
  { says: 'memory grows by less than 10 %', holds: ({ memoryGrowth }) => memoryGrowth < 0.1 },
  { says: 'too much is shed with 429 or 503', holds: ({ overloadShed }) => overloadShed > 0 },
  // Before the queue is known to stand, for half a second, some of what was let in comes too late.
  { says: 'and at most one in fifty fails otherwise', holds: ({ overloadErrors }) => overloadErrors <= 0.02 },
  { says: 'without an error again within 10 s', holds: ({ recoverySeconds }) => recoverySeconds <= 10 },
  { says: 'the requests were sent when they were due', holds: ({ generatorLate }) => generatorLate < 1000 },
];
