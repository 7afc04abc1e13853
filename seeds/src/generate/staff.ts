import { SeededRandom } from '#libs/kernel';
import { personName } from '../population/person-name.js';
import type { AuthorityRow } from './authorities.js';
import type { WindowRow } from './centres.js';
import { cell } from './row.js';
import type { Sources } from './sources.js';

interface Office {
  readonly division: string;
  readonly personaPrefix: string;
  readonly scope: 'city' | 'province';
  readonly authorities: readonly AuthorityRow[];
  readonly windows: readonly WindowRow[];
}

/** Rows of staff.csv: a clerk for each cross-city window, then the officers of staff.csv in the sources. */
export function staffRows(office: Office, { staff }: Sources) {
  const names = new SeededRandom(Number(office.division));
  const row = (id: string, role: string, authority: string, window: string) => ({
    id: `${office.personaPrefix}-${id}`,
    name: personName(names),
    roles: [role],
    authority,
    window,
    division: office.division,
  });
  const services = authorityOfBody(office, 'government-services');
  const clerks = office.windows
    .filter((window) => window.cross_city === 'true')
    .map((window, index) => row(`window-${index + 1}`, 'window-clerk', services, window.id));
  const officers = staff
    .filter((each) => cell(each, 'scope') === office.scope)
    .flatMap((each) =>
      Array.from({ length: Number(cell(each, 'count')) }, (_, index) =>
        row(`${cell(each, 'slug')}-${index + 1}`, cell(each, 'role'), authorityOfBody(office, cell(each, 'body')), ''),
      ),
    );
  return [...clerks, ...officers];
}

/** Credit code of the division's own authority; empty for an officer who acts for all of them. */
function authorityOfBody({ authorities, division }: Office, body: string): string {
  if (body === '') return '';
  const found = authorities.find((each) => each.body === body && each.division === division);
  if (!found) throw new Error(`no ${body} in ${division}`);
  return found.code;
}
