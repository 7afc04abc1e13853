import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Library } from './fixture/library.js';
import { copyId, loanId } from './fixture/records.js';

const titlesAndLoan = `{ titles { name copies { id } } loan(id: "${loanId(0, 1)}") { title { name } } }`;

const lost = { code: 'NODE_UNREACHABLE', city: '430300', field: 'input.materials.0.certificate' };

describe('partial answers', () => {
  let library: Library;
  beforeEach(async () => {
    library = await Library.open({
      limits: { readDeadline: 4000, mergeDeadline: 2000, breakerFailures: 3, breakerPause: 300 },
    });
  });
  afterEach(() => library.close());

  it('a city that is down costs its part of a list, and one error names it', async () => {
    await library.node('430200').stop();
    const { data, errors } = await library.ask(`{ mine: copies { id } counts { loans } }`);
    expect(data).toMatchObject({ counts: { loans: 12 } });
    expect(data?.['mine']).toHaveLength(12);
    expect(errors).toHaveLength(2);
    expect(errors?.[0]).toMatchObject({
      path: ['mine'],
      extensions: { code: 'NODE_UNREACHABLE', city: '430200', retryAfter: 2 },
    });
    expect(errors?.[0]?.message).toContain('City 430200');
  });

  it('a city that is down costs its own root fields only', async () => {
    await library.node('430200').stop();
    const { data, errors } = await library.ask(
      `{ a: loan(id: "${loanId(1, 0)}") { id } b: loan(id: "${loanId(0, 0)}") { id } }`,
    );
    expect(data).toEqual({ a: null, b: { id: loanId(0, 0) } });
    expect(errors).toMatchObject([{ path: ['a'], extensions: { code: 'NODE_UNREACHABLE', city: '430200' } }]);
  });

  it('a city that a node could not reach is named as the caller knows it', async () => {
    const told = [{ message: 'of (430300)', path: ['a'], extensions: lost }];
    library.node('430200').behaviour = (response) =>
      response.writeHead(200).end(JSON.stringify({ errors: told, data: { a: null } }));
    const { errors } = await library.ask(`{ a: loan(id: "${loanId(1, 0)}") { id } }`);
    expect(errors).toMatchObject([{ path: ['a'], extensions: lost }]);
    expect(errors?.[0]?.message).toContain('City 430300');
  });

  it('all cities down: null, or an empty list where the schema forbids null', async () => {
    for (const node of library.nodes.values()) await node.stop();
    const { data, errors } = await library.ask(`{ copies { id } readers counts { loans } loans { totalCount } }`);
    expect(data).toEqual({ copies: [], readers: null, counts: null, loans: null });
    expect(errors).toHaveLength(16);
  });

  it('a city that is down nulls the references to it, and one error tells how many', async () => {
    await library.node('430300').stop();
    const { data, errors } = await library.ask(
      `{ copies(cities: ["430200"]) { id lastLoan { note } } title(key: "nine-songs") { copies { id } name } }`,
    );
    expect(data?.['copies']).toEqual([
      { id: copyId(1, 0), lastLoan: null },
      { id: copyId(1, 1), lastLoan: null },
      { id: copyId(1, 2), lastLoan: null },
      { id: copyId(1, 3), lastLoan: null },
    ]);
    expect(errors).toMatchObject([
      { path: ['copies', 1, 'lastLoan'], extensions: { code: 'NODE_UNREACHABLE', city: '430300', places: 2 } },
      { path: ['title', 'copies'], extensions: { code: 'NODE_UNREACHABLE', city: '430300' } },
    ]);
  });

  it('a registry that is down costs its fields and the references to it', async () => {
    await library.registry.stop();
    const { data, errors } = await library.ask(titlesAndLoan);
    expect(data).toEqual({ titles: null, loan: { title: null } });
    expect(errors).toMatchObject([
      { path: ['titles'], extensions: { code: 'NODE_UNREACHABLE', city: '430000' } },
      { path: ['loan', 'title'], extensions: { code: 'NODE_UNREACHABLE', city: '430000' } },
    ]);
  });

  it.each([
    ['a page of HTML', '<html>it works</html>'],
    ['half an answer', '{"data":{"loan":{"id":"x"'],
    ['an answer to something else', '{"data":{"other":1}}'],
    ['too many brackets', '{"data":{"loan":{}}}}}'],
    ['a list', '[1,2]'],
    ['nothing', ''],
    ['no data', '{}'],
  ])('says so when a node answers with %s', async (_, text) => {
    library.node('430100').behaviour = (response) => void response.end(text);
    const { data, errors } = await library.ask(`{ loan(id: "${loanId(0, 0)}") { id } }`);
    expect(data).toEqual({ loan: null });
    expect(errors).toMatchObject([{ path: ['loan'], extensions: { code: 'NODE_ANSWER_INVALID', city: '430100' } }]);
  });

  it('takes an answer that hides errors behind data for what it is', async () => {
    library.node('430100').behaviour = (response) =>
      void response.end(
        `{"data":{"loan":{"id":"x"}},"errors":[{"message":"no","path":["loan","note"],"extensions":{"code":"FORBIDDEN"}}],"extensions":{"x":{}}}`,
      );
    const { data, errors } = await library.ask(`{ loan(id: "${loanId(0, 0)}") { id } }`);
    expect(data).toEqual({ loan: { id: 'x' } });
    expect(errors).toEqual([
      { message: 'no', path: ['loan', 'note'], extensions: { code: 'FORBIDDEN', city: '430100' } },
    ]);
  });

  it('gives up on a node that hangs, in a merge sooner than alone', async () => {
    library.node('430100').behaviour = () => undefined;
    const { data, errors } = await library.ask(`{ loan(id: "${loanId(0, 0)}") { id } counts { loans } }`);
    expect(data).toEqual({ loan: null, counts: { loans: 12 } });
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'NODE_TIMEOUT', city: '430100' },
      { code: 'NODE_TIMEOUT', city: '430100' },
    ]);
  });

  it('says when a node is busy, and when to come back', async () => {
    library.node('430100').behaviour = (response) => void response.writeHead(503, { 'retry-after': '7' }).end('busy');
    const { errors } = await library.ask(`{ loan(id: "${loanId(0, 0)}") { id } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'NODE_BUSY', city: '430100', retryAfter: 7 } }]);
  });

  it('takes a node that refuses at its own door for a busy one, of that city', async () => {
    const refused = { message: 'Too much', extensions: { code: 'OVERLOADED', retryAfter: 3 } };
    for (const node of library.nodes.values()) {
      node.behaviour = (response) => void response.writeHead(503).end(JSON.stringify({ errors: [refused] }));
    }
    const { errors } = await library.ask(`{ loan(id: "${loanId(0, 0)}") { id } counts { loans } }`);
    const cities = ['430100', ...library.nodes.keys()];
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject(
      cities.map((city) => ({ code: 'NODE_BUSY', retryAfter: 3, city })),
    );
    expect(errors?.[0]?.message).toContain('City 430100');
  });

  it('asks again once when a connection breaks before an answer, but never for a mutation', async () => {
    const node = library.node('430100');
    node.behaviour = (response, answer) => {
      node.behaviour = undefined;
      if (node.received.length === 1) response.destroy();
      else response.end(answer);
    };
    const read = await library.ask(`{ loan(id: "${loanId(0, 0)}") { id } }`);
    expect(read.errors).toBeUndefined();
    expect(node.received).toHaveLength(2);
    node.behaviour = (response) => void response.destroy();
    const written = await library.ask(`mutation { note(id: "${loanId(0, 0)}", text: "x") { id } }`);
    expect(written.errors).toMatchObject([{ extensions: { code: 'NODE_UNREACHABLE' } }]);
    expect(node.received).toHaveLength(3);
  });

  it('leaves a node alone after failures in a row, and comes back when it answers again', async () => {
    const node = library.node('430100');
    const query = `{ loan(id: "${loanId(0, 0)}") { id } cities { reachable } }`;
    node.behaviour = (response) => void response.writeHead(500).end('oops');
    for (let n = 0; n < 3; n += 1) await library.ask(query);
    const count = node.received.length;
    const left = await library.ask(query);
    expect(left.errors).toMatchObject([{ extensions: { code: 'NODE_UNREACHABLE', city: '430100', retryAfter: 1 } }]);
    expect(left.data?.['cities']).toEqual([{ reachable: false }, { reachable: true }, { reachable: true }]);
    expect(node.received).toHaveLength(count);
    node.behaviour = undefined;
    while (((await library.ask(query)).data?.['cities'] as { reachable: boolean }[]).some((city) => !city.reachable)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await library.ask(query)).errors).toBeUndefined();
  });

  it('places errors under aliases, list offsets and pages, without what is the node’s own', async () => {
    const query = `{ all: copies { id bad: failing } page: loans(first: 5) { rows: edges { node { id failing } } } }`;
    const { data, errors } = await library.ask(query);
    const expected = await library.expected(query);
    expect(data).toEqual(JSON.parse(JSON.stringify(expected.data)));
    const places = (list: readonly { path?: unknown }[] | undefined) =>
      list?.map(({ path }) => JSON.stringify(path)).sort();
    expect(places(errors)).toEqual(places(expected.errors));
    expect(errors?.[0]).toEqual({
      message: 'The fixture fails for copy_430100_C1',
      path: ['all', 1, 'bad'],
      extensions: { code: 'FORBIDDEN', city: '430100', field: 'failing' },
    });
  });

  it('places errors of hops at every place they reach', async () => {
    const query = `{ loans(first: 100) { edges { node { id copy { failing lastLoan { failing } } companions { failing } subject { ... on Loan { failing } ... on Copy { bad: failing } } } } }
      title(key: "nine-songs") { c: copies { failing } loans { edges { node { failing } } } } }`;
    const { data, errors } = await library.ask(query);
    const expected = await library.expected(query);
    expect(data).toEqual(JSON.parse(JSON.stringify(expected.data)));
    const places = (list: readonly { path?: unknown }[] | undefined) =>
      list?.map(({ path }) => JSON.stringify(path)).sort();
    expect(places(errors)).toEqual(places(expected.errors));
  });

  it('says once what every city refuses alike', async () => {
    for (const node of library.nodes.values()) {
      node.behaviour = (response) =>
        void response
          .writeHead(401)
          .end(`{"errors":[{"message":"Who are you?","extensions":{"code":"UNAUTHENTICATED"}}]}`);
    }
    const { data, errors } = await library.ask(`{ loans { totalCount } }`);
    expect(data).toEqual({ loans: null });
    expect(errors).toEqual([{ message: 'Who are you?', path: ['loans'], extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('lets nothing of the gateway’s own names out', async () => {
    library.node('430100').behaviour = (response) => {
      const [request] = library.node('430100').received;
      response.end(
        JSON.stringify({
          errors: [{ message: `Cannot query ${request?.query ?? ''}`, extensions: { code: 'QUERY_INVALID' } }],
        }),
      );
    };
    const { errors } = await library.ask(`{ loan(id: "${loanId(0, 0)}") { copy { shelf } } }`);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).not.toMatch(/k[0-9a-f]{12}/);
  });
});
