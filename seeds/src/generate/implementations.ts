import { createImplementationCode, parseBasicCode, parseUnifiedCreditCode } from '#libs/kernel';
import type { HandlingMode } from '../types.js';
import { authorityOf, type AuthorityRow } from './authorities.js';
import { windowsFor, type WindowRow } from './centres.js';
import type { itemRows } from './items.js';
import { cell } from './row.js';
import type { CitySources } from './sources.js';
import { stableNumber } from './stable-number.js';

type ItemRow = ReturnType<typeof itemRows>[number];

/** 行使层级 (GB/T 39046-2020 A.2). */
const levelDigit: Readonly<Record<string, string>> = { national: '1', provincial: '2', municipal: '3', county: '4' };

/** Items that the province decides, or where it stands in for the national register. */
export function provinceImplementationRows(items: readonly ItemRow[], authorities: readonly AuthorityRow[]) {
  return items
    .filter(({ authority_level: level }) => level === 'provincial' || level === 'national')
    .map((item) => {
      const body = authorities.find(
        (each) => each.level === item.authority_level && each.departments.includes(item.department),
      );
      if (!body) throw new Error(`no authority for ${item.key}`);
      return implementationRow(item, body, []);
    });
}

/** Municipal items once, county items once for each county. */
export function cityImplementationRows(
  city: CitySources,
  items: readonly ItemRow[],
  authorities: readonly AuthorityRow[],
  windows: readonly WindowRow[],
) {
  const counties = city.divisions
    .filter((row) => cell(row, 'kind') === 'county' && cell(row, 'status') === 'current')
    .map((row) => cell(row, 'code'));
  const divisionsOf = (item: ItemRow) => {
    if (item.authority_level === 'municipal') return [city.profile.division as string];
    return item.authority_level === 'county' ? counties : [];
  };
  return items.flatMap((item) =>
    divisionsOf(item).map((division) =>
      implementationRow(
        item,
        authorityOf(authorities, item.department, division),
        windowsFor(item.domain, division, city, windows),
      ),
    ),
  );
}

function implementationRow(item: ItemRow, authority: AuthorityRow, windows: readonly string[]) {
  const committed = committedDays(item, authority.division);
  const code = createImplementationCode(
    parseUnifiedCreditCode(authority.code),
    levelDigit[authority.level] ?? '',
    parseBasicCode(item.basic_code),
  );
  return {
    code: code as string,
    item: item.key,
    division: authority.division,
    authority: authority.code,
    level: authority.level,
    committed_days: committed,
    on_the_spot: committed === 0,
    modes: modesIn(item, authority),
    windows,
  };
}

/** Each place promises its own term, never more than the statute's; what is done on the spot is so everywhere. */
function committedDays(item: ItemRow, division: string): number {
  const typical = Number(item.committed_days);
  if (typical === 0) return 0;
  const tenths = 6 + stableNumber(`${item.key} ${division}`, 7);
  return Math.min(Number(item.statutory_days), Math.max(1, Math.round((typical * tenths) / 10)));
}

/** Not every county has connected its system: one in twelve takes an item at windows only. */
function modesIn(item: ItemRow, authority: AuthorityRow): readonly HandlingMode[] {
  const unconnected =
    authority.level === 'county' && stableNumber(`${authority.division} ${item.key} online`, 12) === 0;
  const left = item.modes.filter((mode) => mode !== 'FULLY_ONLINE');
  return unconnected && left.length > 0 ? left : item.modes;
}
