import { Kind, visit, type DocumentNode } from 'graphql';
import { type RoutingLimits } from '../limits.js';
import { FragmentSums } from './fragment-sums.js';
import { responseKeyOf } from './syntax.js';

/** The limit a document breaks, with its value. */
export interface BrokenLimit {
  readonly what: keyof RoutingLimits;
  readonly limit: number;
}

/** What is measured of a document before anything costly is done with it, by the name of its limit. */
export type Measured = Readonly<
  Record<'directives' | 'aliases' | 'overlaps' | 'rootFields' | 'depth' | 'introspectionDepth', number>
>;

/** The first limit that the document breaks. */
export function brokenLimit(document: DocumentNode, limits: RoutingLimits): BrokenLimit | undefined {
  const measured = measure(document);
  const what = (Object.keys(measured) as (keyof Measured)[]).find((name) => measured[name] > limits[name]);
  return what && { what, limit: limits[what] };
}

/** Measures a document in time that grows with its length, however its fragments are nested. */
export function measure(document: DocumentNode): Measured {
  return { ...countOccurrences(document), ...measureOperations(document) };
}

function countOccurrences(document: DocumentNode): Pick<Measured, 'directives' | 'aliases' | 'overlaps'> {
  let [directives, aliases, spreads] = [0, 0, 0];
  const keys = new Map<string, number>();
  visit(document, {
    Directive: () => void (directives += 1),
    FragmentSpread: () => void (spreads += 1),
    Field: (node) => {
      if (node.alias) aliases += 1;
      const key = responseKeyOf(node);
      keys.set(key, (keys.get(key) ?? 0) + 1);
    },
  });
  const overlaps = [spreads, ...keys.values()].reduce((sum, count) => sum + pairs(count), 0);
  return { directives, aliases, overlaps };
}

/** Validation compares fields of one response key, and fragments, two by two: its work grows with the pairs. */
const pairs = (count: number): number => (count * (count - 1)) / 2;

function measureOperations(document: DocumentNode): Pick<Measured, 'rootFields' | 'depth' | 'introspectionDepth'> {
  const fields = new FragmentSums(document, () => 1);
  const depths = new FragmentSums(
    document,
    ({ name: { value } }, below) => 1 + (isIntrospection(value) ? 0 : below()),
    Math.max,
  );
  const all = new FragmentSums(document, (_, below) => 1 + below(), Math.max);
  const most = (measured: FragmentSums): number =>
    document.definitions.reduce(
      (found, node) =>
        node.kind === Kind.OPERATION_DEFINITION ? Math.max(found, measured.of(node.selectionSet)) : found,
      0,
    );
  return { rootFields: most(fields), depth: most(depths), introspectionDepth: most(all) };
}

/** The fields that describe the schema itself. */
export function isIntrospection(fieldName: string): boolean {
  return fieldName === '__schema' || fieldName === '__type';
}

/** Whether the document asks about the schema anywhere. */
export function asksIntrospection(document: DocumentNode): boolean {
  let asks = false;
  visit(document, { Field: ({ name }) => void (asks ||= isIntrospection(name.value)) });
  return asks;
}
