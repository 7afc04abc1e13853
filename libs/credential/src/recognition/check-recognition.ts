import { outcomeOf } from '../report/checklist.js';
import type { Check, VerificationReport } from '../report/report.js';

/** Levels of recognition (互认): R0 none, R1 display, R2 verify, R3 data, R4 file, R5 issue; each includes the lower. */
export const recognitionLevels = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5'] as const;

/** A level of recognition. */
export type RecognitionLevel = (typeof recognitionLevels)[number];

/** What the recognition rules say of a type in a use, and what the use needs. */
export interface RecognitionVerdict {
  readonly granted: RecognitionLevel;
  readonly needed: RecognitionLevel;
  /** Name or basis of the rule that decided; absent when none did (then R0). */
  readonly rule?: string;
}

/** The report's line about recognition. */
export function checkRecognition({ granted, needed, rule }: RecognitionVerdict): Check {
  const enough = recognitionLevels.indexOf(granted) >= recognitionLevels.indexOf(needed);
  const detail = [`${granted}/${needed}`, ...(rule === undefined ? [] : [rule])].join(' ');
  if (enough) return { name: 'recognition', result: 'passed', reason: 'OK', detail };
  const reason = granted === 'R0' ? 'NOT_RECOGNISED' : 'RECOGNITION_TOO_LOW';
  return { name: 'recognition', result: 'failed', reason, detail };
}

/** The report with one more check (in place of an earlier one of its name) and the outcome that follows. */
export function withCheck(report: VerificationReport, check: Check): VerificationReport {
  const checks = [...report.checks.filter(({ name }) => name !== check.name), check];
  return { ...report, checks, outcome: outcomeOf(checks) };
}
