import { describeReason } from '#libs/credential';
import type { Language } from '#libs/kernel';
import type { SourcedReport } from './verify-file.js';

const marks = { passed: '✓', failed: '✗', undetermined: '?' } as const;

/** The report for people: the outcome, what the credential is, how old the sources are, every check with its reason. */
export function printReport(report: SourcedReport, language: Language): string {
  const { outcome, checks, checkedAt, type, identifier, issuer, claims, sources } = report;
  const facts: [string, string | undefined][] = [
    ['type', type],
    ['identifier', identifier],
    ['issuer', issuer && `${issuer.name} (${issuer.authority}, ${issuer.division})`],
    ['claims', claims && Object.keys(claims).join(', ')],
    ['trust list', `version ${sources.trustListVersion} of ${sources.trustListIssuedAt}`],
    ['status list', sources.statusListIssuedAt && `of ${sources.statusListIssuedAt}`],
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
