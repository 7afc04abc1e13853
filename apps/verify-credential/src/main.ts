import 'reflect-metadata';
import type { VerificationReport } from '#libs/credential';
import { explain } from '#libs/platform';
import { readOptions, usage, UsageError } from './options.js';
import { DocumentFault } from './saved-documents.js';
import { printReport } from './print-report.js';
import { verifyFile } from './verify-file.js';

const exitCodes: Readonly<Record<VerificationReport['outcome'], number>> = { valid: 0, invalid: 1, undetermined: 2 };

try {
  const options = readOptions(process.argv.slice(2));
  const report = await verifyFile(options);
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : printReport(report, options.language));
  process.exitCode = exitCodes[report.outcome];
} catch (fault) {
  process.stderr.write(fault instanceof UsageError ? `${fault.message}\n${usage}\n` : `${words(fault)}\n`);
  process.exitCode = 64;
}

/** What is not there is said in words; a stack only for a fault of the program. */
function words(fault: unknown): string {
  const said = fault instanceof DocumentFault || (fault instanceof Error && 'syscall' in fault);
  return said ? fault.message : explain(fault);
}
