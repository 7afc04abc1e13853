import type { DocumentSyntax, SelectionSetSyntax } from './syntax.js';

/** What one field counts; `below` sums up its own selections. */
export type CountField = (fieldName: string, below: () => number) => number;

/**
 * Sums something up over selections with the fragments unfolded, each fragment once: a document whose fragments unfold
 * exponentially is summed in time that grows with its length. A fragment inside itself counts nothing: validation
 * refuses it.
 */
export class FragmentSums {
  private readonly fragments = new Map<string, SelectionSetSyntax | undefined>();
  private readonly known = new Map<string, number>();

  constructor(
    private readonly document: DocumentSyntax,
    private readonly count: CountField,
    private readonly add: (sum: number, part: number) => number = (sum, part) => sum + part,
  ) {
    for (const { kind, name, selectionSet } of document.definitions) {
      if (kind === 'FragmentDefinition') this.fragments.set(name?.value ?? '', selectionSet);
    }
  }

  /** The most that an operation of the document sums up to. */
  ofOperations(): number {
    return this.document.definitions.reduce(
      (most, { kind, selectionSet }) => (kind === 'OperationDefinition' ? Math.max(most, this.of(selectionSet)) : most),
      0,
    );
  }

  private of(set: SelectionSetSyntax | undefined): number {
    let sum = 0;
    for (const { kind, name, selectionSet } of set?.selections ?? []) {
      const below = (): number => this.of(selectionSet);
      const part =
        kind === 'Field'
          ? this.count(name?.value ?? '', below)
          : kind === 'InlineFragment'
            ? below()
            : this.ofFragment(name?.value ?? '');
      sum = this.add(sum, part);
    }
    return sum;
  }

  private ofFragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, 0);
    const sum = this.of(this.fragments.get(name));
    this.known.set(name, sum);
    return sum;
  }
}
