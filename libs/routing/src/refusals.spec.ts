import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { KuashiError } from '#libs/kernel';
import { Library } from './fixture/library.js';
import { loanId } from './fixture/records.js';

describe('refusals', () => {
  let library: Library;
  beforeAll(async () => {
    library = await Library.open();
  });
  afterAll(() => library.close());

  const nested = (levels: number) =>
    `{ node(id: "x") { ${'... on Copy { holding { '.repeat(levels)} __typename ${'} }'.repeat(levels)} } }`;

  it.each([
    ['nesting', nested(14)],
    ['length', `{ ${'cities { division } '.repeat(700)} }`],
    ['length', `{ loan(id: ${'['.repeat(20_000)}`],
    ['aliases', `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(' ')} }`],
    ['root fields', `{ ${'cities { division } '.repeat(21)} }`],
    [
      'root fields',
      '{ ...A ...A ...A } fragment A on Query { ...B ...B } fragment B on Query { __typename ...C } fragment C on Query { cities { division } titles { key } counts { loans } }',
    ],
    ['directives', `{ cities { ${'division @skip(if: false) '.repeat(21)} } }`],
    ['directives', `{ __typename ${'@skip(if: false) '.repeat(21)} }`],
    ['repetitions', `{ cities { ${'division '.repeat(143)} } }`],
    [
      'nesting',
      `{ titles { ...A } } ${Array.from({ length: 15 }, (_, n) => `fragment ${'A'.repeat(n + 1)} on Title { loans { edges { node { title { ...${'A'.repeat(n + 2)} } } } } }`).join(' ')} fragment ${'A'.repeat(16)} on Title { key }`,
    ],
    [
      'objects',
      '{ titles { loans(first: 100) { edges { node { companions { title { sequels { sequels { key } } } } } } } } }',
    ],
    [
      'objects',
      '{ ...A } fragment A on Query { titles { ...B } } fragment B on Title { sequels { sequels { loans(first: 100) { edges { node { renewals { day } } } } } } }',
    ],
    [
      'references between systems',
      `{ loan(id: "${loanId(0, 0)}") { copy { lastLoan { copy { lastLoan { note } } } } } }`,
    ],
  ])('a document above the limit of %s', async (limit, query) => {
    const before = library.requestCount();
    const { errors, refused } = await library.ask(query);
    expect(refused).toBe(true);
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX', field: 'query' } }]);
    expect(errors?.[0]?.message).toContain(limit);
    expect(library.requestCount()).toBe(before);
  });

  it('fragments that unfold beyond measure', async () => {
    const fragments = Array.from(
      { length: 13 },
      (_, n) =>
        `fragment F${n} on Loan { title { name } ${n < 12 ? `...F${n + 1} ... on Loan { ...F${n + 1} }` : 'id'} }`,
    );
    const { errors } = await library.ask(`{ loan(id: "${loanId(0, 0)}") { ...F0 } } ${fragments.join(' ')}`);
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
  });

  it.each([
    ['does not parse', '{ loan(', undefined, 'Syntax Error'],
    ['names no field of the schema', '{ loam { id } }', undefined, 'loam'],
    ['calls what only the gateway may', '{ nodes(ids: []) { id } }', undefined, 'nodes'],
    ['has circular fragments', '{ ...A } fragment A on Query { ...A }', undefined, 'Cannot spread'],
    [
      'has several operations and names none',
      'query A { __typename } query B { __typename }',
      undefined,
      'operation name',
    ],
    ['lacks a variable', 'query ($id: ID!) { loan(id: $id) { id } }', {}, 'required'],
    [
      'has a variable of the wrong type',
      'query ($f: SearchFilter!) { search(filter: $f) { id } }',
      { f: { division: '1', shelf: 4 } },
      'f.shelf',
    ],
  ])('a document that %s', async (_, query, variables, words) => {
    const { errors, refused, data } = await library.ask(query, variables);
    expect({ refused, data }).toEqual({ refused: true, data: undefined });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'QUERY_INVALID' } });
    expect(errors?.[0]?.message).toContain(words);
  });

  it('a document above the limit of its cost by the values of its variables, and no other', async () => {
    const query = `query ($n: Int!) { titles { sequels { sequels { loans(first: $n) { edges { node { renewals { day } } } } } } } }`;
    const before = library.requestCount();
    const dear = await library.ask(query, { n: 100 });
    expect(dear.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX', field: 'query' } }]);
    expect(library.requestCount()).toBe(before);
    expect((await library.ask(query, { n: 2 })).data).toHaveProperty('titles');
  });

  it.each([
    ['in the document', '{ titles { loans(first: 101) { totalCount } } }', {}],
    ['in a fragment', '{ ...A } fragment A on Query { titles { loans(first: 0) { totalCount } } }', {}],
    ['in a variable', 'query ($n: Int! = 5) { titles { loans(first: $n) { totalCount } } }', { n: -1 }],
  ])('a page size out of bounds %s, before anything is asked', async (_, query, variables) => {
    const before = library.requestCount();
    const { errors, refused } = await library.ask(query, variables);
    expect(refused).toBe(true);
    expect(errors).toMatchObject([
      { locations: [{ line: 1, column: expect.any(Number) }], extensions: { code: 'BAD_INPUT', field: 'first' } },
    ]);
    expect(errors?.[0]?.message).toContain('1 to 100');
    expect(library.requestCount()).toBe(before);
  });

  it('questions about the schema where they are off', async () => {
    const closed = await Library.open({ introspection: false, suggestions: false });
    for (const query of [
      getIntrospectionQuery(),
      '{ ...A } fragment A on Query { t: __type(name: "Loan") { name } }',
    ]) {
      expect((await closed.ask(query)).errors).toMatchObject([{ extensions: { code: 'INTROSPECTION_OFF' } }]);
    }
    expect((await closed.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    const [misspelt] = (await closed.ask('{ loam }')).errors ?? [];
    expect(misspelt?.message).not.toContain('Did you mean');
    await closed.close();
  });

  it('questions about the schema that unfold without end', async () => {
    const query = '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }';
    expect((await library.ask(query)).errors).toMatchObject([{ extensions: { code: 'QUERY_INVALID' } }]);
  });

  it('without saying back what may be as long as the request', async () => {
    const { errors } = await library.ask(`{ ${'a'.repeat(100_000)} }`);
    expect(errors?.[0]?.message.length).toBeLessThan(600);
  });

  it('documents that nobody has sent before, where the caller may send no more of them', async () => {
    const query = 'query ($on: Boolean!) { cities { division name @include(if: $on) } }';
    let admitted = 0;
    const admitDocument = (): void => {
      if ((admitted += 1) > 2) throw new KuashiError('TOO_MANY_REQUESTS');
    };
    const ask = (text: string, on: boolean) => library.ask(text, { on }, { admitDocument });
    expect((await ask(query, true)).data).toHaveProperty('cities');
    for (const on of [true, false, true]) expect((await ask(query, on)).data).toHaveProperty('cities');
    await expect(ask(`${query} #`, true)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    const explained = await ask(`{ cities { division } }`, true).catch(() => undefined);
    expect(explained).toBeUndefined();
  });

  it('a mutation by GET and a subscription', async () => {
    const byGet = await library.ask(`mutation { note(id: "x", text: "y") { id } }`, {}, { method: 'GET' });
    expect(byGet.errors).toMatchObject([{ extensions: { code: 'METHOD_NOT_ALLOWED' } }]);
    const subscribed = await library.ask(`subscription { loanChanged(id: "x") { id } }`);
    expect(subscribed.errors).toMatchObject([{ extensions: { code: 'QUERY_INVALID' } }]);
  });

  it('not the tools’ own introspection', async () => {
    const { errors, data } = await library.ask(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty('__schema');
  });

  it('in the caller’s language', async () => {
    const { errors } = await library.ask('{ loam }', {}, { language: 'zh-Hans' });
    expect(errors?.[0]?.message).toContain('查询语句');
    const deep = await library.ask(nested(14), {}, { language: 'zh-Hans' });
    expect(deep.errors?.[0]?.message).toBe('查询语句过于复杂：字段嵌套层数，上限为 15。');
  });

  it.each([
    ['missing', {}],
    ['null', { id: null }],
    ['of the wrong type', { id: {} }],
  ])('a variable that is %s, by its name', async (_, variables) => {
    const { errors } = await library.ask('query ($id: ID!) { loan(id: $id) { id } }', variables);
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_INVALID', field: 'id' } }]);
  });

  it('a query to explain that does not fit, at the argument that holds it', async () => {
    const { errors } = await library.ask('{ explainRoute(query: "{ loam }") { field } }');
    expect(errors).toMatchObject([
      {
        message:
          'The query does not fit the schema: Cannot query field "loam" on type "Query". Did you mean "loan" or "loans"?',
        path: ['explainRoute'],
        extensions: { code: 'QUERY_INVALID', field: 'query' },
      },
    ]);
    const odd = await library.ask('{ explainRoute(query: "{ titles { key } }", variables: [1]) { field } }');
    expect(odd.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT', field: 'variables' } }]);
  });

  it('keys beyond the limit of a hop, with the rest answered', async () => {
    const small = await Library.open({ limits: { hopKeys: 2 } });
    const { data, errors } = await small.ask(`{ titles { key copyCount } }`);
    expect(data?.['titles']).toMatchObject([
      { copyCount: expect.any(Number) },
      { copyCount: expect.any(Number) },
      { copyCount: null },
    ]);
    expect(errors).toMatchObject([{ path: ['titles', 2, 'copyCount'], extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    small.node('430100').behaviour = (response) => void response.end('{}');
    const failing = await small.ask(`{ titles { key copyCount } }`);
    expect(failing.errors).toMatchObject([
      { path: ['titles', 0, 'copyCount'], extensions: { code: 'NODE_ANSWER_INVALID', places: 2 } },
      { path: ['titles', 2, 'copyCount'], extensions: { code: 'QUERY_TOO_COMPLEX' } },
    ]);
    await small.close();
  });
});
