import { type ConnectionPlan } from '../plan/plan.js';
import { openPage, type OpenPage } from './open-page.js';
import { type CityPart } from './part.js';

/** One city's page with what was found in it. */
export interface CityPage extends CityPart {
  readonly opened: OpenPage;
}

/** The page of a part, opened when it was read or only now; undefined when it is not what was asked for. */
export function pageOf(plan: ConnectionPlan, part: CityPart): CityPage | undefined {
  if (part.page) return { ...part, opened: part.page };
  const opened = openPage(plan, part.value, 0);
  return opened?.end === part.value.length ? { ...part, opened } : undefined;
}
