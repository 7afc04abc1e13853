import { FragmentSums } from './fragment-sums.js';
import type { DocumentSyntax, SelectionSetSyntax } from './syntax.js';

/** What is measured of a GraphQL document before anything costly is done with it, by the name of its limit. */
export type Measured = Readonly<
  Record<'directives' | 'aliases' | 'overlaps' | 'rootFields' | 'depth' | 'introspectionDepth', number>
>;

/** Measures a parsed document in time that grows with its length, however its fragments are nested. */
export function measureDocument(document: DocumentSyntax): Measured {
  const fields = new FragmentSums(document, () => 1);
  const own = new FragmentSums(document, (name, below) => 1 + (isIntrospection(name) ? 0 : below()), Math.max);
  const all = new FragmentSums(document, (_, below) => 1 + below(), Math.max);
  return {
    ...new Occurrences(document).counted(),
    rootFields: fields.ofOperations(),
    depth: own.ofOperations(),
    introspectionDepth: all.ofOperations(),
  };
}

/** Whether the document asks about the schema itself, anywhere. */
export function asksIntrospection(document: DocumentSyntax): boolean {
  return new Occurrences(document).introspection;
}

/** What stands in a document, each place once. */
class Occurrences {
  introspection = false;
  private directives = 0;
  private aliases = 0;
  private spreads = 0;
  private readonly keys = new Map<string, number>();

  constructor({ definitions }: DocumentSyntax) {
    for (const { directives, variableDefinitions, selectionSet } of definitions) {
      this.directives += directives?.length ?? 0;
      for (const variable of variableDefinitions ?? []) this.directives += variable.directives?.length ?? 0;
      this.count(selectionSet);
    }
  }

  counted(): Pick<Measured, 'directives' | 'aliases' | 'overlaps'> {
    const { directives, aliases, spreads, keys } = this;
    const overlaps = [spreads, ...keys.values()].reduce((sum, count) => sum + pairs(count), 0);
    return { directives, aliases, overlaps };
  }

  private count(set: SelectionSetSyntax | undefined): void {
    for (const { kind, name, alias, directives, selectionSet } of set?.selections ?? []) {
      this.directives += directives?.length ?? 0;
      if (kind === 'FragmentSpread') this.spreads += 1;
      if (kind === 'Field') this.countField(name?.value ?? '', alias?.value);
      this.count(selectionSet);
    }
  }

  private countField(name: string, alias: string | undefined): void {
    if (alias !== undefined) this.aliases += 1;
    if (isIntrospection(name)) this.introspection = true;
    const key = alias ?? name;
    this.keys.set(key, (this.keys.get(key) ?? 0) + 1);
  }
}

/** Validation compares fields of one response key, and fragments, two by two: its work grows with the pairs. */
const pairs = (count: number): number => (count * (count - 1)) / 2;

const isIntrospection = (fieldName: string): boolean => fieldName === '__schema' || fieldName === '__type';
