import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** What one field counts; `below` sums up its own selections. */
export type CountField = (field: FieldNode, below: () => number) => number;

/**
 * Sums something up over selections with the fragments unfolded, each fragment once: a document whose fragments unfold
 * exponentially is summed in time that grows with its length. A fragment inside itself counts nothing: validation
 * refuses it.
 */
export class FragmentSums {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, number>();

  constructor(
    document: DocumentNode,
    private readonly count: CountField,
    private readonly add: (sum: number, part: number) => number = (sum, part) => sum + part,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  of(set: SelectionSetNode | undefined): number {
    let sum = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        sum = this.add(
          sum,
          this.count(selection, () => this.of(selection.selectionSet)),
        );
      } else if (selection.kind === Kind.INLINE_FRAGMENT) sum = this.add(sum, this.of(selection.selectionSet));
      else sum = this.add(sum, this.ofFragment(selection.name.value));
    }
    return sum;
  }

  private ofFragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, 0);
    const sum = this.of(this.fragments.get(name)?.selectionSet);
    this.known.set(name, sum);
    return sum;
  }
}
