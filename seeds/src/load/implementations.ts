import { parseDivisionCode, parseImplementationCode, type DivisionCode } from '#libs/kernel';
import type { SeedFaults } from '../csv/seed-faults.js';
import { Keyed, type TableRow } from '../csv/table-row.js';
import { Table, type SeedFolder } from '../csv/table.js';
import {
  authorityLevels,
  handlingModes,
  type Authority,
  type AuthorityLevel,
  type Implementation,
  type ServiceItem,
} from '../types.js';

const columns = [
  ...['code', 'item', 'division', 'authority', 'level', 'committed_days', 'on_the_spot', 'modes', 'windows'],
];

/** 行使层级 (GB/T 39046-2020 A.2). */
const levelDigit: Readonly<Record<AuthorityLevel, string>> = {
  national: '1',
  provincial: '2',
  municipal: '3',
  county: '4',
};

/** What the rows of implementations refer to. */
export interface ImplementationReferences {
  readonly items: ReadonlyMap<string, ServiceItem>;
  readonly authorities: ReadonlyMap<string, Authority>;
  readonly windows: { has(id: string): boolean };
}

/** implementations.csv (实施清单) of the node `city`. */
export function loadImplementations(
  folder: SeedFolder,
  city: DivisionCode,
  references: ImplementationReferences,
  faults: SeedFaults,
): Implementation[] {
  const codes = new Keyed<string>();
  const offers = new Keyed<string>();
  const issuable = new Set([...references.authorities.values()].flatMap(({ issues }) => issues));
  return Table.read(folder, 'implementations.csv', columns, faults).map((row) => {
    const implementation = implementationOf(row, city);
    checkBodies(row, implementation, references);
    checkOffer(row, implementation, references.items.get(implementation.item), issuable);
    codes.put(row, 'code', implementation.code, implementation.item);
    offers.put(row, 'item', `${implementation.item} in ${implementation.division}`, implementation.code);
    return implementation;
  });
}

function implementationOf(row: TableRow, city: DivisionCode): Implementation {
  return {
    code: row.parsed('code', parseImplementationCode),
    item: row.text('item'),
    division: row.parsed('division', parseDivisionCode),
    city,
    authority: row.text('authority'),
    level: row.oneOf('level', authorityLevels),
    committedDays: row.integer('committed_days', 730),
    windows: row.list('windows'),
    modes: row.listOf('modes', handlingModes),
    onTheSpot: row.flag('on_the_spot'),
  };
}

function checkBodies(row: TableRow, offer: Implementation, { authorities, windows }: ImplementationReferences): void {
  const authority = authorities.get(offer.authority);
  if (!authority) row.fault('authority', `there is no authority ${offer.authority}`);
  else if (authority.division !== offer.division) row.fault('authority', `is an authority of ${authority.division}`);
  else if (authority.level !== offer.level) row.fault('level', `the authority is ${authority.level}`);
  offer.windows.forEach((window) => row.refers('windows', window, windows, 'window'));
}

function checkOffer(
  row: TableRow,
  offer: Implementation,
  item: ServiceItem | undefined,
  issuable: ReadonlySet<string>,
): void {
  if (!item) return row.fault('item', `there is no item ${offer.item}`);
  if (offer.code !== `${offer.authority}${levelDigit[offer.level]}${item.basicCode}`) {
    row.fault('code', 'is not authority, level and basic code');
  }
  if (offer.level !== item.authorityLevel) row.fault('level', `the item is decided at ${item.authorityLevel} level`);
  if (offer.committedDays > item.statutoryDays) row.fault('committed_days', 'is more than the statutory days');
  if (offer.onTheSpot !== (offer.committedDays === 0)) row.fault('on_the_spot', 'contradicts the committed days');
  const foreign = offer.modes.filter((mode) => !item.modes.includes(mode));
  if (foreign.length > 0 || offer.modes.length === 0) row.fault('modes', 'are none, or not modes of the item');
  if (item.resultCertificate && !issuable.has(item.resultCertificate)) {
    row.fault('item', `no authority of this folder may issue its result ${item.resultCertificate}`);
  }
}
