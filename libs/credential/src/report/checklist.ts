import type { CredentialFault } from './fault.js';
import { checkNames, type Check, type CheckName, type Outcome } from './report.js';
import type { Reason } from './reasons.js';

/** Collects the checks of one verification; a check that was never reached stays undetermined. */
export class Checklist {
  private readonly checks = new Map<CheckName, Check>();
  private anyFailed = false;

  /** @param optional checks that stand in the report only when they were made */
  constructor(private readonly optional: readonly CheckName[] = []) {}

  passed(name: CheckName): void {
    this.checks.set(name, { name, result: 'passed', reason: 'OK' });
  }

  failed(name: CheckName, reason: Reason, detail?: string): void {
    this.anyFailed = true;
    this.checks.set(name, { name, result: 'failed', reason, ...(detail !== undefined && { detail }) });
  }

  undetermined(name: CheckName, reason: Reason, detail?: string): void {
    this.checks.set(name, { name, result: 'undetermined', reason, ...(detail !== undefined && { detail }) });
  }

  /** Passed without a fault, failed with one. Returns whether it passed. */
  settle(name: CheckName, fault: CredentialFault | undefined): boolean {
    if (fault === undefined) this.passed(name);
    else this.failed(name, fault.reason, fault.detail);
    return fault === undefined;
  }

  /** Whether any check failed so far. */
  get broken(): boolean {
    return this.anyFailed;
  }

  /** The report's lines in order. */
  lines(): Check[] {
    const lines: Check[] = [];
    for (const name of checkNames) {
      const check = this.checks.get(name);
      if (check !== undefined) lines.push(check);
      else if (!this.optional.includes(name)) lines.push({ name, result: 'undetermined', reason: 'NOT_REACHED' });
    }
    return lines;
  }
}

/** One failed check makes it invalid; else one undetermined check makes it undetermined. */
export function outcomeOf(checks: readonly Check[]): Outcome {
  if (checks.some((check) => check.result === 'failed')) return 'invalid';
  return checks.every((check) => check.result === 'passed') ? 'valid' : 'undetermined';
}
