import { parseDivisionCode, parseUnifiedCreditCode } from '#libs/kernel';
import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, nameColumns, type TableRow } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import { authorityLevels, type Authority, type CertificateType } from '../types.js';

const columns = ['code', ...nameColumns, 'division', 'level', 'body', 'departments', 'issues'];

interface AuthorityReferences {
  readonly types: ReadonlyMap<string, CertificateType>;
  /** Codes of the divisions that the folder answers for. */
  readonly divisions: { has(code: string): boolean };
}

/** authorities.csv: by credit code. */
export function loadAuthorities(
  folder: SeedFolder,
  { types, divisions }: AuthorityReferences,
  faults: SeedFaults,
): ReadonlyMap<string, Authority> {
  const authorities = new Keyed<Authority>();
  for (const row of Table.read(folder, 'authorities.csv', columns, faults)) {
    const authority = authorityOf(row);
    row.refers('division', authority.division, divisions, 'division of this folder');
    authority.issues.forEach((key) => checkEntitlement(row, authority, types.get(key), key));
    authorities.put(row, 'code', authority.code, authority);
  }
  return authorities;
}

function authorityOf(row: TableRow): Authority {
  return {
    code: row.parsed('code', parseUnifiedCreditCode),
    name: row.name(),
    division: row.parsed('division', parseDivisionCode),
    level: row.oneOf('level', authorityLevels),
    departments: row.list('departments'),
    issues: row.list('issues'),
  };
}

/** An authority issues the kinds of its own level; a county's may be entitled to municipal kinds. */
function checkEntitlement(row: TableRow, { level }: Authority, type: CertificateType | undefined, key: string): void {
  if (!type) return row.fault('issues', `there is no certificate type ${key}`);
  const needed = level === 'county' ? 'municipal' : level;
  if (type.issuerLevel !== needed) row.fault('issues', `${key} is issued at ${type.issuerLevel} level`);
}
