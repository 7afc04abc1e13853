import type { AuthorityLevel } from '../types.js';
import { syntheticCreditCode } from '../population/credit-code.js';
import { nameColumns } from './names.js';
import { cell, type SourceRow } from './row.js';
import type { CitySources, Sources } from './sources.js';

/** A row of authorities.csv. */
export type AuthorityRow = ReturnType<typeof authorityRow>;

interface Place {
  readonly division: string;
  readonly syntheticDivision: string;
  readonly name: string;
  readonly en: string;
  readonly level: AuthorityLevel;
  /** Where the numbers of the place's bodies begin; body n of the place has `firstNumber + n`. */
  readonly firstNumber: number;
}

/** Bodies that exist although no item or type names them: they run the windows, and define the catalogue. */
const alwaysThere = 'government-services';

/** The province's own authorities, and the national registers it stands in for. */
export function provinceAuthorityRows(sources: Sources): AuthorityRow[] {
  const hunan = { division: '430000', syntheticDivision: '430099', name: '', en: '' };
  return [
    ...authoritiesAt({ ...hunan, level: 'provincial', firstNumber: 0 }, sources),
    ...authoritiesAt({ ...hunan, level: 'national', firstNumber: 90_000 }, sources),
  ];
}

/** A city's municipal authorities, then those of each county. */
export function cityAuthorityRows(city: CitySources, sources: Sources): AuthorityRow[] {
  const { division, syntheticDivision, name } = city.profile;
  const municipal = { division, syntheticDivision, name: name.zhHans, en: `${name.en} Municipal ` };
  const counties = city.divisions.filter((row) => cell(row, 'kind') === 'county' && cell(row, 'status') === 'current');
  return [
    ...authoritiesAt({ ...municipal, level: 'municipal', firstNumber: 0 }, sources),
    ...counties.flatMap((county, index) =>
      authoritiesAt(
        {
          division: cell(county, 'code'),
          syntheticDivision,
          name: cell(county, 'name'),
          en: `${cell(county, 'name_en')} `,
          level: 'county',
          firstNumber: (index + 1) * 1000,
        },
        sources,
        name.zhHans,
      ),
    ),
  ];
}

function authoritiesAt(place: Place, sources: Sources, city?: string): AuthorityRow[] {
  return sources.bodies.flatMap((body, index) => {
    const departments = departmentsOf(cell(body, 'body'), place.level, sources);
    const issues = issuedBy(cell(body, 'body'), place.level, sources);
    const exists = cell(body, `name_${place.level}`) !== '';
    const needed = departments.length > 0 || issues.length > 0 || cell(body, 'body') === alwaysThere;
    return exists && needed ? [authorityRow(body, place, { index, departments, issues, city })] : [];
  });
}

interface Duties {
  readonly index: number;
  readonly departments: readonly string[];
  readonly issues: readonly string[];
  readonly city: string | undefined;
}

function authorityRow(body: SourceRow, place: Place, { index, departments, issues, city }: Duties) {
  return {
    code: syntheticCreditCode(cell(body, 'prefix'), place.syntheticDivision, place.firstNumber + index + 1),
    ...nameColumns(nameOf(body, place, city), englishNameOf(body, place)),
    division: place.division,
    level: place.level,
    body: cell(body, 'body'),
    departments,
    issues,
  };
}

/** A district's police is a branch of the city's (长沙市公安局岳麓分局); a county has a bureau of its own. */
function nameOf(body: SourceRow, place: Place, city?: string): string {
  const own = cell(body, `name_${place.level}`);
  const branch = cell(body, 'body') === 'public-security' && place.name.endsWith('区') && city !== undefined;
  if (branch) return `${city}${own}${place.name.slice(0, -1)}分局`;
  return place.level === 'national' ? `${own}(省级节点代行)` : `${place.name}${own}`;
}

function englishNameOf(body: SourceRow, place: Place): string {
  if (place.level === 'national') return `${cell(body, 'en_national')} (the province's node stands in)`;
  return place.level === 'provincial' ? cell(body, 'en_provincial') : `${place.en}${cell(body, 'en')}`;
}

/** The department texts of items and types at a level that mean this body. */
function departmentsOf(body: string, level: AuthorityLevel, { items, types, bodiesOf }: Sources): string[] {
  const named = [
    ...items.filter((item) => cell(item, 'authority_level') === level).map((i) => cell(i, 'competent_department_zh')),
    ...types.filter((type) => cell(type, 'issuer_level') === level).map((type) => cell(type, 'issuing_department_zh')),
  ];
  return [...new Set(named)].filter((department) => bodiesOf.get(department)?.includes(body));
}

/**
 * The types a body may issue: those of its own level; at county level the results of the items that counties decide,
 * and what only a township issues.
 */
function issuedBy(body: string, level: AuthorityLevel, { items, types, bodiesOf }: Sources): string[] {
  const results = new Set(
    items.filter((item) => cell(item, 'authority_level') === 'county').map((item) => cell(item, 'result_certificate')),
  );
  return types
    .filter((type) => bodiesOf.get(cell(type, 'issuing_department_zh'))?.includes(body))
    .filter((type) => {
      if (level !== 'county') return cell(type, 'issuer_level') === level;
      return results.has(cell(type, 'key')) || body === 'township';
    })
    .map((type) => cell(type, 'key'));
}

/** The authority that answers for a department in a division. */
export function authorityOf(authorities: readonly AuthorityRow[], department: string, division: string): AuthorityRow {
  const found = authorities.find((each) => each.division === division && each.departments.includes(department));
  if (!found) throw new Error(`no authority answers for ${department} in ${division}`);
  return found;
}
