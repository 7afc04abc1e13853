import { type ConnectionPlan } from '../plan/plan.js';
import { cutEdges, type CutEdge } from './cut-edges.js';
import { type CityPart } from './part.js';
import { membersOf } from './scan.js';

/** One city's page, opened: its edges cut, by the alias they were asked under. */
export interface CityPage extends CityPart {
  readonly lists: ReadonlyMap<string, readonly CutEdge[]>;
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Undefined when the part is not what the sub-document asked for. */
export function openPage(plan: ConnectionPlan, part: CityPart): CityPage | undefined {
  const members = new Map(membersOf(part.value, 0)?.map(({ key, value }) => [key, value]));
  const asked = plan.fields.flatMap((field) => (field.kind === 'edges' ? [field] : []));
  const lists = new Map<string, readonly CutEdge[]>();
  for (const { alias, cursorMark } of [...asked, ...(plan.cut ? [plan.cut] : [])]) {
    const list = members.get(alias);
    const edges = list && cutEdges(part.value, list, cursorMark);
    if (!edges) return undefined;
    lists.set(alias, edges);
  }
  const text = (name: string) => {
    const value = members.get(name);
    return value && part.value.toString('latin1', value.start, value.end);
  };
  const page = text(plan.pageAlias) ?? '';
  return {
    ...part,
    lists,
    totalCount: Number(text(plan.totalAlias) ?? 0),
    hasNextPage: page.includes('"hasNextPage":true'),
    hasPreviousPage: page.includes('"hasPreviousPage":true'),
  };
}
