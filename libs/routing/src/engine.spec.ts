import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Library } from './fixture/library.js';
import { copyId, loanId, makeRecords } from './fixture/records.js';

describe('routing', () => {
  let library: Library;
  beforeEach(async () => {
    library = await Library.open();
  });
  afterEach(() => library.close());

  const expectSame = async (query: string, variables?: Record<string, unknown>) => {
    const answer = await library.ask(query, variables);
    const expected = await library.expected(query, variables);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify(expected.data));
  };

  it('sends a field to the node that an id names, and to nobody else', async () => {
    await expectSame(
      `query Q($id: ID!) { again: loan(id: $id) { ...F __typename } } fragment F on Loan { id note details }`,
      { id: loanId(1, 1) },
    );
    expect(library.node('430200').received).toHaveLength(1);
    expect(library.requestCount()).toBe(1);
    expect(library.node('430200').received[0]?.query).toBe(
      'query($id:ID!){again:loan(id:$id){...F __typename}}fragment F on Loan{id note details}',
    );
  });

  it('finds the owner in a number, a county, an input object, a variable and a default', async () => {
    await expectSame(`{ loanByNo(loanNo: "4303000000000020260001") { id } }`);
    await expectSame(`{ desk(division: "430202") { open } }`);
    await expectSame(`{ search(filter: { division: "430100", shelf: "north" }) { id } }`);
    await expectSame(`query ($f: SearchFilter!) { search(filter: $f) { id } }`, { f: { division: '430300' } });
    await expectSame(`query ($d: ID! = "430000") { search(filter: { division: $d }) { id } }`);
  });

  it.each(['430199', '4301', 'loan_990000_X', 'nonsense', '43010012'])(
    'names the field when nobody owns %s',
    async (id) => {
      const { data, errors } = await library.ask(
        `query ($id: ID!) { mine: loan(id: $id) { id } cities { division } }`,
        { id },
      );
      expect(data).toMatchObject({ mine: null, cities: [{}, {}, {}] });
      expect(errors).toMatchObject([{ path: ['mine'], extensions: { code: 'OWNER_UNKNOWN', field: 'id' } }]);
      expect(library.requestCount()).toBe(0);
    },
  );

  it('joins lists in the order of the directory, of all cities or of those named', async () => {
    await expectSame(`{ copies(shelf: "north") { id shelf } readers }`);
    await expectSame(`query ($c: [ID!]) { copies(cities: $c) { id } }`, { c: ['430300', '430100'] });
    await expectSame(`query ($c: ID!) { copies(cities: [$c, "430300"]) { id } }`, { c: '430100' });
    expect(library.node('430200').received).toHaveLength(2);
  });

  it('refuses an unknown code among the cities', async () => {
    const { data, errors } = await library.ask(
      `{ copies(cities: ["430100", "999900"]) { id } counts(cities: ["1"]) { loans } }`,
    );
    expect(data).toEqual({ copies: [], counts: null });
    expect(errors).toMatchObject([
      { path: ['copies'], extensions: { code: 'OWNER_UNKNOWN', field: 'cities.1' } },
      { path: ['counts'], extensions: { code: 'OWNER_UNKNOWN', field: 'cities.0' } },
    ]);
  });

  it('adds up integers and objects of integers', async () => {
    await expectSame(`{ counts { loans copies { lent every: all __typename } } }`);
  });

  it('asks the registry without the token where the answer is public, and with it elsewhere', async () => {
    const forwarded = { authorization: 'Bearer x', requestId: 'r1', acceptLanguage: 'en-GB', traceparent: '00-1-2-01' };
    const { data } = await library.ask(`{ title(key: "nine-songs") { name } whoAmI }`, undefined, { forwarded });
    expect(data).toEqual({ title: { name: '九歌 "选"' }, whoAmI: 'Bearer x' });
    const [open] = library.registry.received.filter(({ query }) => query.includes('title'));
    expect(open?.headers).toMatchObject({ 'x-request-id': 'r1', 'accept-language': 'en', traceparent: '00-1-2-01' });
    expect(open?.headers).not.toHaveProperty('authorization');
    const [own] = library.registry.received.filter(({ query }) => query.includes('whoAmI'));
    expect(own?.headers).toMatchObject({ authorization: 'Bearer x', 'accept-language': 'en-GB' });
  });

  it('lets identical public questions in flight share one answer, and no others', async () => {
    const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
    library.registry.behaviour = (response, answer) => void wait(30).then(() => response.end(answer));
    const query = `{ title(key: "nine-songs") { name } whoAmI }`;
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) => library.ask(query, {}, { forwarded: { authorization: name } })),
    );
    expect(answers.map(({ data }) => data?.['whoAmI'])).toEqual(['a', 'b', 'c']);
    expect(library.registry.received.filter(({ query: asked }) => asked.includes('title'))).toHaveLength(1);
  });

  it('keeps the order of the caller: remote fields, own fields, introspection and __typename', async () => {
    const { data } = await library.ask(
      `{ __typename b: title(key: "x") { key } cities { division } __type(name: "Loan") { name } a: counts { loans } }`,
    );
    expect(Object.keys(data ?? {})).toEqual(['__typename', 'b', 'cities', '__type', 'a']);
    expect(data).toMatchObject({ __typename: 'Query', __type: { name: 'Loan' }, b: null, a: { loans: 16 } });
  });

  it('runs mutations one after another, whoever owns them', async () => {
    const first = loanId(0, 0);
    const query = `mutation ($id: ID!) {
      a: note(id: $id, text: "1") { note } b: note(id: "${loanId(1, 0)}", text: "x") { note }
      c: note(id: $id, text: "2") { note } lend(input: { division: "430300", title: "nine-songs" }) { id title { name } }
    }`;
    let busy = 0;
    for (const node of library.nodes.values()) {
      node.behaviour = (response, answer) => {
        busy += 1;
        expect(busy).toBe(1);
        setTimeout(() => {
          busy -= 1;
          response.end(answer);
        }, 5);
      };
    }
    const { data, errors } = await library.ask(query, { id: first });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      a: { note: '1' },
      b: { note: 'x' },
      c: { note: '12' },
      lend: { id: 'loan_430300_L4', title: { name: '九歌 "选"' } },
    });
  });

  it('skips and includes by variables, also at the root, and needs no variable upstream that only decided that', async () => {
    const query = `query ($a: Boolean!, $b: Boolean = true) {
      loan(id: "${loanId(0, 1)}") { id note @include(if: $a) title @skip(if: $a) { name } ... on Node @include(if: $b) { id } }
      counts @include(if: $a) { loans }
    }`;
    for (const a of [true, false]) await expectSame(query, { a });
    await expectSame(query, { a: true, b: false });
    await expectSame(`{ loan(id: "${loanId(0, 1)}") { note @skip(if: true) } }`);
  });

  it('fetches references from their owners, each once, and none for a key alone', async () => {
    const query = `{ loans(first: 100) { edges { node { id title { key name } copy { shelf lastLoan { note } } companions { id shelf } } } } }`;
    await expectSame(query);
    const titleRequests = library.registry.received;
    expect(titleRequests).toHaveLength(1);
    expect(Object.values(titleRequests[0]?.variables ?? {})).toEqual([['songs-of-chu', 'nine-songs', 'river-notes']]);
    const before = library.requestCount();
    await expectSame(`{ loan(id: "${loanId(0, 1)}") { title { key __typename } copy { id } } }`);
    expect(library.requestCount()).toBe(before + 1);
  });

  it('follows references through interfaces and lists in lists', async () => {
    await expectSame(`{ node(id: "${loanId(2, 1)}") { id ...L ... on Copy { shelf } ... on Lendable { title { genre } } } }
      fragment L on Loan { note renewals { day title { name(upper: true) } } subject { __typename id ... on Copy { shelf title { name } } ... on Loan { loanNo } } }`);
    await expectSame(
      `{ node(id: "${copyId(2, 1)}") { ... on Lendable { title { name } } ... on Copy { holding { title { key name } __typename } } } }`,
    );
  });

  it('merges fields that the caller wrote twice', async () => {
    await expectSame(
      `{ loan(id: "${loanId(0, 1)}") { title { key } ...A ... on Loan { title { genre } } } } fragment A on Loan { title { name } id }`,
    );
  });

  it('asks every city for a nested field of a registry type and merges by object', async () => {
    await expectSame(
      `{ titles { name copies(shelf: "north") { id title { name } } n: copyCount loans(first: 2) { totalCount edges { node { note } } } sequels { key copyCount } } }`,
    );
    expect(library.node('430100').received.length).toBeLessThanOrEqual(4);
    await expectSame(`query ($c: [ID!]) { loan(id: "${loanId(0, 2)}") { title { copies(cities: $c) { id } } } }`, {
      c: ['430200'],
    });
  });

  it('takes a fourth city without a restart', async () => {
    const query = `{ copies { id } cities { division } }`;
    await library.ask(query);
    const [city] = makeRecords(2);
    const added = await library.addCity({
      ...city!,
      division: '430400',
      copies: [{ id: 'copy_430400_C0', shelf: 'x', title: 'nine-songs' }],
    });
    const { data } = await library.ask(query);
    expect((data?.['copies'] as object[]).at(-1)).toEqual({ id: 'copy_430400_C0' });
    expect(data?.['cities']).toHaveLength(4);
    await added.stop();
  });

  it('hides what only the gateway calls, and all routing, from the public schema', async () => {
    const { data } = await library.ask(
      `{ __schema { directives { name } types { name } queryType { fields { name } } } t: __type(name: "Title") { fields { name } } }`,
    );
    const text = JSON.stringify(data);
    for (const hidden of ['nodes"', 'titlesByKeys', 'titleStubs', 'everyCity', 'RoutingMerge', 'lookup'])
      expect(text).not.toContain(hidden);
    expect((data?.['t'] as { fields: { name: string }[] }).fields.map(({ name }) => name)).toEqual([
      'key',
      'name',
      'genre',
      'sequels',
      'copies',
      'loans',
      'copyCount',
    ]);
  });
});
