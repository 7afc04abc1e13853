import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { asksIntrospection, measureDocument } from './measure-document.js';

const repeat = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

describe('a document', () => {
  it('has its root fields counted through fragments, as often as they are spread', () => {
    const query = '{ a ...F ... on Query { b ...F } } fragment F on Query { c ...G } fragment G on Query { d e }';
    expect(measureDocument(parse(query)).rootFields).toBe(2 + 2 * 3);
  });

  it('is as deep as its deepest operation, with the schema’s own fields apart', () => {
    const query =
      'query A { a { b } } query B { a { ...F } __schema { types { fields { name } } } } fragment F on A { b { c } }';
    expect(measureDocument(parse(query))).toMatchObject({ depth: 3, introspectionDepth: 4 });
  });

  it('has aliases and directives counted wherever they stand', () => {
    const query = 'query ($x: Int @d) @d { a: b @d @d ...F @d } fragment F on A @d { c: d ... @d { e } }';
    expect(measureDocument(parse(query))).toMatchObject({ aliases: 2, directives: 7 });
  });

  it('is measured whatever it unfolds to, and without end where fragments are circular', () => {
    const bomb = `{ ...F0 } ${repeat(60, (n) => `fragment F${n} on Query { a ...F${n + 1} ...F${n + 1} }`)} fragment F60 on Query { a }`;
    expect(measureDocument(parse(bomb)).rootFields).toBeGreaterThan(1e15);
    expect(
      measureDocument(parse('{ ...A } fragment A on Query { a { ...B } } fragment B on Query { b { ...A } }')).depth,
    ).toBe(2);
  });

  it('asks about the schema itself, in whatever fragment', () => {
    expect(asksIntrospection(parse('{ a } fragment F on Query { ... { x: __type(name: "A") { name } } }'))).toBe(true);
    expect(asksIntrospection(parse('{ __schema: a __typename }'))).toBe(false);
  });

  it('counts the pairs that validation compares: fields of one key, and fragments', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (same, others, spreads) => {
        const query = `{ x ${repeat(same, () => 'a')} ${repeat(others, (n) => `b${n}`)} ${repeat(spreads, (n) => `...F${n}`)} }`;
        expect(measureDocument(parse(query)).overlaps).toBe(
          (same * (same - 1)) / 2 + (spreads * (spreads - 1)) / 2 || 0,
        );
      }),
    );
  });
});
