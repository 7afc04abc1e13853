import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';

/**
 * Finds objects of one ID prefix. Answers in the order asked, `null` for what does not exist or what this caller may
 * not read (the two are not told apart). Every object is an instance of its GraphQL class.
 */
export type NodeLoader = (ids: readonly string[], caller: Caller) => Promise<readonly (object | null)[]>;

/**
 * The loaders of the features, by ID prefix (`cert`, `app`, `intake` …). A feature registers its own when its module
 * starts; `node(id)` and `nodes(ids)` ask here.
 */
@Injectable()
export class NodeLookup {
  private readonly loaders = new Map<string, NodeLoader>();

  /** Registers the loader of a prefix (`idPrefixes` of the kernel). */
  register(prefix: string, loader: NodeLoader): void {
    this.loaders.set(prefix, loader);
  }

  /** The objects of the ids, in their order; one call per prefix. */
  async find(ids: readonly string[], caller: Caller): Promise<(object | null)[]> {
    const found = new Map<string, object>();
    const prefixes = new Set(ids.map(prefixOf));
    await Promise.all(
      [...prefixes].map(async (prefix) => {
        const group = ids.filter((id) => prefixOf(id) === prefix);
        const objects = (await this.loaders.get(prefix)?.(group, caller)) ?? [];
        objects.forEach((object, index) => object && found.set(group[index] ?? '', object));
      }),
    );
    return ids.map((id) => found.get(id) ?? null);
  }
}

const prefixOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('_')));
