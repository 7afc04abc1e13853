import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { Cost } from './cost.js';

const schema = buildSchema(`
  type Query { shelf: Shelf, shelves(first: Int! = 20): ShelfConnection!, top(first: Int): [Book!]! }
  type ShelfConnection { edges: [ShelfEdge!]!, pageInfo: String, names: [String!]! }
  type ShelfEdge { cursor: String!, node: Shelf! }
  type Shelf { books(first: Int! = 20): BookConnection!, labels: [Label!]!, label: Label, tags: [String!] }
  type BookConnection { edges: [BookEdge!]! }
  type BookEdge { node: Book! }
  type Book { title: String, authors: [Author], shelf: Shelf }
  type Label { text: String, authors: [Author!]! }
  type Author { name: String, books: [Book!]! }
`);
const costOf = (text: string, variables?: Record<string, unknown>): number => {
  const document = parse(text);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return new Cost(schema, document, { pageSize: 100, listSize: 10 }, variables).of(
    operation as OperationDefinitionNode,
  );
};

describe('the cost of an operation', () => {
  it.each([
    ['single objects and leaves: nothing', '{ shelf { label { text } tags } __typename }', 0],
    ['a page: its entries', '{ shelves(first: 50) { edges { cursor } names pageInfo } }', 50],
    ['a page without a size: the default', '{ shelves { edges { cursor } } }', 20],
    ['a list bounded itself', '{ top(first: 7) { title } }', 7],
    ['a list that nothing bounds: ten', '{ shelf { labels { text } } }', 10],
    ['a page whose size may be left out: as such a list', '{ top { title } }', 10],
    [
      'pages in pages: the product',
      '{ shelves(first: 100) { edges { node { books(first: 50) { edges { node { title } } } } } } }',
      100 * (1 + 50),
    ],
    ['lists in pages', '{ shelves(first: 3) { edges { node { labels { authors { name } } } } } }', 3 * (1 + 10 * 11)],
    [
      'a size that is not for what is further down',
      '{ shelves(first: 100) { edges { node { label { authors { name } } } } } }',
      1100,
    ],
    ['neighbours: the sum', '{ a: top(first: 2) { title } b: top(first: 3) { title } }', 5],
  ])('counts %s', (_, query, cost) => {
    expect(costOf(query)).toBe(cost);
  });

  it('counts fragments where they are spread', () => {
    const edges = 'fragment E on ShelfConnection { edges { node { ...S } } } fragment S on Shelf { labels { text } }';
    expect(
      costOf(`{ a: shelves(first: 2) { ...E } b: shelves(first: 5) { ... on ShelfConnection { ...E } } } ${edges}`),
    ).toBe(7 * 11);
  });

  it('takes the largest page where a variable decides, or its value', () => {
    const query =
      'query ($n: Int!) { shelves(first: $n) { edges { node { books(first: $n) { edges { cursor: __typename } } } } } }';
    expect(costOf(query)).toBe(100 * 101);
    expect(costOf(query, { n: 3 })).toBe(3 * 4);
    expect(costOf('query ($n: Int) { top(first: $n) { title } }', {})).toBe(10);
  });

  it('is never more with values than without', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (a, b) => {
        const query = `query ($a: Int!, $b: Int!) { shelves(first: $a) { edges { node { books(first: $b) { edges { node { authors { name } } } } } } } }`;
        const exact = a * (1 + b * (1 + 10));
        expect(costOf(query, { a, b })).toBe(exact);
        expect(costOf(query)).toBeGreaterThanOrEqual(exact);
      }),
    );
  });

  it('is found at once however fragments unfold', () => {
    const levels = 40;
    const fragments = Array.from(
      { length: levels },
      (_, n) => `fragment F${n} on Author { books { authors { ...F${n + 1} ...F${n + 1} } } }`,
    );
    const query = `{ top { authors { ...F0 } } } ${fragments.join(' ')} fragment F${levels} on Author { name }`;
    expect(costOf(query)).toBeGreaterThan(1e60);
  });
});
