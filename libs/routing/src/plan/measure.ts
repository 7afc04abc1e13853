import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { type RoutingLimits } from '../limits.js';

/** The limit a document breaks, with its value. */
export interface BrokenLimit {
  readonly what: keyof RoutingLimits;
  readonly limit: number;
}

/** The first limit that the document breaks, before anything costly is done with it. */
export function brokenLimit(document: DocumentNode, limits: RoutingLimits): BrokenLimit | undefined {
  const counts = { aliases: 0, directives: 0 };
  visit(document, {
    Field: (node) => void (counts.aliases += node.alias ? 1 : 0),
    Directive: () => void (counts.directives += 1),
  });
  if (counts.aliases > limits.aliases) return { what: 'aliases', limit: limits.aliases };
  if (counts.directives > limits.directives) return { what: 'directives', limit: limits.directives };
  const depths = new Depths(document);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    if (node.selectionSet.selections.length > limits.rootFields)
      return { what: 'rootFields', limit: limits.rootFields };
    if (depths.below(node.selectionSet, false) > limits.depth) return { what: 'depth', limit: limits.depth };
    if (depths.below(node.selectionSet, true) > limits.introspectionDepth) {
      return { what: 'introspectionDepth', limit: limits.introspectionDepth };
    }
  }
  return undefined;
}

/** Nesting of fields, through fragments; what is beneath `__schema` and `__type` is measured apart. */
class Depths {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, number>();

  constructor(document: DocumentNode) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  below(set: SelectionSetNode | undefined, introspection: boolean): number {
    let deepest = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const own = introspection || !isIntrospection(selection.name.value);
        const inner = own ? this.below(selection.selectionSet, introspection) : 0;
        deepest = Math.max(deepest, 1 + inner);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        deepest = Math.max(deepest, this.below(selection.selectionSet, introspection));
      } else {
        deepest = Math.max(deepest, this.ofFragment(selection.name.value, introspection));
      }
    }
    return deepest;
  }

  /** A circular fragment counts nothing here: validation refuses it. */
  private ofFragment(name: string, introspection: boolean): number {
    const key = `${introspection} ${name}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, 0);
    const depth = this.below(this.fragments.get(name)?.selectionSet, introspection);
    this.known.set(key, depth);
    return depth;
  }
}

function isIntrospection(name: string): boolean {
  return name === '__schema' || name === '__type';
}
