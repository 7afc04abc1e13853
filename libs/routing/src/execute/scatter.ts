import { KuashiError } from '#libs/kernel';
import { mergeConnections, type PageAsked } from '../answer/merge-connection.js';
import { mergeLists } from '../answer/merge-list.js';
import { mergeSums } from '../answer/merge-sum.js';
import { failedPart, type CityPart, type Part } from '../answer/part.js';
import { placeOfCity, readPlace } from '../cursor.js';
import { type Owners, type RoutingNode } from '../directory.js';
import { type RoutingLimits } from '../limits.js';
import { readKey, type KeySource, type Variables } from '../plan/key-source.js';
import { pageReason } from '../plan/pages.js';
import { type MergePlan } from '../plan/plan.js';

/** A field that goes to several nodes, with this request's values. */
export class Scatter {
  private constructor(
    readonly targets: readonly RoutingNode[],
    private readonly merge: MergePlan,
    private readonly page: PageAsked | undefined,
  ) {}

  /** @throws KuashiError OWNER_UNKNOWN (field `cities`) or BAD_INPUT (`first`, `after`). */
  static of(merge: MergePlan, cities: KeySource | undefined, ground: ScatterGround): Scatter {
    const { owners, variables } = ground;
    const targets = citiesAsked(owners, cities && readKey(cities, variables));
    return new Scatter(targets, merge, merge.kind === 'CONNECTION' ? pageAsked(merge, ground) : undefined);
  }

  /** Variables that one city gets beside the caller's. */
  reservedFor(city: string): Variables | undefined {
    if (this.merge.kind !== 'CONNECTION' || !this.page) return undefined;
    return { [this.merge.afterVariable]: placeOfCity(this.page.place, city) ?? null };
  }

  /** The parts as one. */
  gather(parts: readonly CityPart[]): Part {
    switch (this.merge.kind) {
      case 'LIST':
        return mergeLists(parts, this.merge.nullable);
      case 'SUM':
        return mergeSums(parts);
      case 'CONNECTION':
        return mergeConnections(this.merge, parts, this.page ?? { place: { at: '', lag: {} }, first: 0 });
    }
  }
}

interface ScatterGround {
  readonly owners: Owners;
  readonly variables: Variables;
  readonly limits: RoutingLimits;
}

/** The part that stands for a refused value. */
export function refusal(error: KuashiError): Part {
  return failedPart(error.code, { field: error.field, params: error.params });
}

/** Every node; or those that the codes in `cities` name, each once, in the directory's order. */
export function citiesAsked(owners: Owners, cities: unknown): readonly RoutingNode[] {
  if (cities === undefined || cities === null) return owners.everyNode;
  const codes = Array.isArray(cities) ? cities : [cities];
  const named = codes.map((code, index) => {
    const node = typeof code === 'string' ? owners.ofDivision(code) : undefined;
    if (!node) throw new KuashiError('OWNER_UNKNOWN', { field: `cities.${index}` });
    return node;
  });
  return owners.everyNode.filter((node) => named.includes(node));
}

function pageAsked(merge: MergePlan & { kind: 'CONNECTION' }, { variables, limits }: ScatterGround): PageAsked {
  const first = readKey(merge.first, variables) ?? 20;
  if (typeof first !== 'number' || first < 1 || first > limits.pageSize) {
    throw new KuashiError('BAD_INPUT', { field: 'first', params: { reason: pageReason(limits.pageSize) } });
  }
  const after = readKey(merge.after, variables);
  const place = after === undefined || after === null || typeof after === 'string' ? readPlace(after) : undefined;
  if (!place) throw new KuashiError('BAD_INPUT', { field: 'after' });
  return { place, first };
}
