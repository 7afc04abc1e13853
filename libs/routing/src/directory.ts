import { ownerOfId } from '#libs/kernel';

/** A node of the directory, as far as routing needs it. */
export interface RoutingNode {
  /** the division whose records it holds: a city, or the province for its own */
  readonly division: string;
  readonly kind: 'city' | 'province';
  readonly name: { readonly zhHans: string; readonly zhHant: string; readonly en: string };
  /** address without path; GraphQL is at `/graphql` */
  readonly url: string;
  /** codes of the counties it serves, those in force only */
  readonly divisions: readonly string[];
}

/** Which nodes there are at the moment. A new version is a new object. */
export interface RoutingDirectory {
  readonly nodes: readonly RoutingNode[];
  readonly registry: { readonly url: string };
}

/** Whom a request goes to. */
export interface Target {
  /** division by which errors name it */
  readonly division: string;
  readonly name: RoutingNode['name'];
  readonly url: string;
}

const registryName = { zhHans: '省级公共服务', zhHant: '省級公共服務', en: "the province's common services" };

/** Answers who owns what, for one version of the directory. */
export class Owners {
  private readonly byDivision = new Map<string, RoutingNode>();
  /** the province's registry, under the province's division */
  readonly registry: Target;

  constructor(readonly directory: RoutingDirectory) {
    for (const node of directory.nodes) {
      for (const division of [node.division, ...node.divisions]) this.byDivision.set(division, node);
    }
    const province = directory.nodes.find(({ kind }) => kind === 'province');
    this.registry = { division: province?.division ?? 'registry', name: registryName, url: directory.registry.url };
  }

  get everyNode(): readonly RoutingNode[] {
    return this.directory.nodes;
  }

  /** The node that serves a division in force. */
  ofDivision(division: string): RoutingNode | undefined {
    return this.byDivision.get(division);
  }

  /** The node that owns what a global ID, a division code or a 22-digit number names. */
  ofKey(key: unknown): RoutingNode | undefined {
    if (typeof key !== 'string') return undefined;
    const division = divisionIn(key);
    return division === undefined ? undefined : this.byDivision.get(division);
  }

  /**
   * The owner of each key, as `ofKey`. The keys of a list nearly all begin alike, so the owner of a global ID is looked
   * up anew only where its beginning differs from the one before; what follows is judged by the node.
   */
  ofEach(keys: readonly string[]): readonly (RoutingNode | undefined)[] {
    let head = '';
    let owner: RoutingNode | undefined;
    return keys.map((key) => {
      if (head !== '' && key.startsWith(head)) return owner;
      owner = this.ofKey(key);
      head = /^[a-z]+_\d{6}_/.exec(key)?.[0] ?? '';
      return owner;
    });
  }
}

/** The division that a global ID, a division code or a 22-digit number carries. */
export function divisionIn(key: string): string | undefined {
  return ownerOfId(key) ?? /^(\d{6})(\d{16})?$/.exec(key)?.[1];
}
