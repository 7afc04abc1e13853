import { parseDivisionCode } from '#libs/kernel';
import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import { staffRoles, type Staff } from '../types.js';

const columns = ['id', 'name', 'roles', 'authority', 'window', 'division'];

interface StaffReferences {
  readonly authorities: { has(code: string): boolean };
  readonly windows: { has(id: string): boolean };
  readonly divisions: { has(code: string): boolean };
}

/** staff.csv: the synthetic officers of a folder. */
export function loadStaff(folder: SeedFolder, references: StaffReferences, faults: SeedFaults): Staff[] {
  const staff = new Keyed<Staff>();
  for (const row of Table.read(folder, 'staff.csv', columns, faults)) {
    const officer: Staff = {
      id: row.text('id'),
      name: row.text('name'),
      roles: row.listOf('roles', staffRoles),
      authority: row.optional('authority'),
      window: row.optional('window'),
      division: row.parsed('division', parseDivisionCode),
    };
    if (officer.roles.length === 0) row.fault('roles', 'is empty');
    if (officer.authority) row.refers('authority', officer.authority, references.authorities, 'authority');
    if (officer.window) row.refers('window', officer.window, references.windows, 'window');
    else if (officer.roles.includes('window-clerk')) row.fault('window', 'a window clerk has a window');
    row.refers('division', officer.division, references.divisions, 'division of this folder');
    staff.put(row, 'id', officer.id, officer);
  }
  return [...staff.values()];
}
