import { describeReason, type VerificationReport } from '#libs/credential';
import type { Language } from '#libs/kernel';

const marks = { passed: '✓', failed: '✗', undetermined: '?' } as const;

/** The report for people: the outcome, what the credential is, and every check with its reason in words. */
export function printReport(report: VerificationReport, language: Language): string {
  const { outcome, checks, checkedAt, type, identifier, issuer, claims } = report;
  const facts: [string, string | undefined][] = [
    ['type', type],
    ['identifier', identifier],
    ['issuer', issuer && `${issuer.name} (${issuer.authority}, ${issuer.division})`],
    ['claims', claims && Object.keys(claims).join(', ')],
  ];
  const width = Math.max(...checks.map(({ name }) => name.length));
  return [
    `${outcome} as of ${checkedAt}`,
    ...facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])),
    '',
    ...checks.map(({ name, result, reason, detail }) =>
      [`${marks[result]} ${name.padEnd(width)} `, describeReason(reason, language), detail && `(${detail})`]
        .filter(Boolean)
        .join(' '),
    ),
    '',
  ].join('\n');
}
