import type { Check, VerificationReport } from '../verify/report.js';

/** Levels of recognition (互认), each including the lower ones. */
export type RecognitionLevel = 'R0' | 'R1' | 'R2' | 'R3' | 'R4' | 'R5';

/** What the recognition rules say of a type in a use, and what the use needs. */
export interface RecognitionVerdict {
  readonly granted: RecognitionLevel;
  readonly needed: RecognitionLevel;
  /** Name or basis of the rule that decided; absent when none did. */
  readonly rule?: string;
}

/** The report's line about recognition. */
export function checkRecognition(_verdict: RecognitionVerdict): Check {
  throw new Error('not built yet');
}

/** The report with one more check and the outcome that follows. */
export function withCheck(_report: VerificationReport, _check: Check): VerificationReport {
  throw new Error('not built yet');
}
