import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Library, type Answer } from '../fixture/library.js';
import { loanId } from '../fixture/records.js';
import { nextOf as next, Watching } from '../fixture/watching.js';

let library: Library;
let watching: Watching;

beforeEach(async () => {
  library = await Library.open({ limits: { connections: 1, streams: 12 } });
  watching = new Watching(library);
});
afterEach(async () => {
  await watching.end();
  await library.close();
});

const query = `subscription ($id: ID!) { loanChanged(id: $id) { id note } }`;

describe('a subscription', () => {
  it('is one stream to the owner, with the caller’s headers, opened when the first answer is asked for', async () => {
    const forwarded = { authorization: 'Bearer x', requestId: 'r-1', acceptLanguage: 'en' };
    const stream = await watching.subscribe(query, { id: loanId(1, 1) }, { forwarded });
    expect(library.requestCount()).toBe(0);
    const first = next(stream);
    await (await watching.streamAt('430200')).tell();
    expect(await first).toEqual({
      data: { loanChanged: { id: loanId(1, 1), note: expect.any(String) } },
      refused: false,
    });
    expect(library.requestCount()).toBe(1);
    const [received] = library.node('430200').received;
    expect(received?.query).toBe('subscription($id:ID!){loanChanged(id:$id){id note}}');
    expect(received?.headers).toMatchObject({
      accept: 'text/event-stream',
      authorization: 'Bearer x',
      'x-request-id': 'r-1',
      'accept-language': 'en',
    });
  });

  it('tells every event in its order, as it stood then, and ends when the owner says so', async () => {
    const stream = await watching.subscribe(query, { id: loanId(0, 0) });
    const first = next(stream);
    const source = await watching.streamAt('430100');
    await source.tell();
    await library.ask(`mutation { note(id: "${loanId(0, 0)}", text: "a") { id } }`);
    await source.tell();
    await library.ask(`mutation { note(id: "${loanId(0, 0)}", text: "b") { id } }`);
    await source.tell();
    source.complete();
    const notes = [await first, await next(stream), await next(stream)].map((answer) => answer?.data?.['loanChanged']);
    expect(notes).toMatchObject([{ note: null }, { note: 'a' }, { note: 'ab' }]);
    expect(await next(stream)).toBeUndefined();
  });

  it('brings what it references from its owners with every event, as a query does', async () => {
    const selection = `{ id no: loanNo title { name } copy { id shelf lastLoan { note } } companions { shelf } renewals { day title { genre } } }`;
    const id = loanId(0, 1);
    const stream = await watching.subscribe(`subscription { changed: loanChanged(id: "${id}") ${selection} }`);
    for (const round of [1, 2]) {
      const answer = next(stream);
      await (await watching.streamAt('430100')).tell();
      const { data } = await library.expected(`{ changed: loan(id: "${id}") ${selection} }`);
      expect({ round, data: (await answer)?.data }).toEqual({
        round,
        data: JSON.parse(JSON.stringify(data)) as unknown,
      });
    }
    expect(library.registry.received.length).toBeGreaterThan(0);
    expect(library.node('430200').received.length).toBeGreaterThan(0);
  });

  it('costs a part of an event when a city that it references is down, and goes on', async () => {
    const stream = await watching.subscribe(
      `subscription { loanChanged(id: "${loanId(0, 1)}") { id copy { shelf } } }`,
    );
    const first = next(stream);
    const source = await watching.streamAt('430100');
    await library.node('430200').stop();
    await source.tell();
    expect(await first).toMatchObject({
      data: { loanChanged: { id: loanId(0, 1), copy: null } },
      errors: [{ path: ['loanChanged', 'copy'], extensions: { code: 'NODE_UNREACHABLE', city: '430200' } }],
      refused: false,
    });
    await library.node('430200').start();
    const second = next(stream);
    await source.tell();
    expect((await second)?.data).toEqual({ loanChanged: { id: loanId(0, 1), copy: { shelf: expect.any(String) } } });
  });

  it('places the owner’s errors as the caller wrote the document, and shows nothing of the gateway’s own', async () => {
    const stream = await watching.subscribe(
      `subscription { now: loanChanged(id: "${loanId(0, 1)}") { bad: failing title { name } subject { ... on Copy { failing } } } }`,
    );
    const answer = next(stream);
    await (await watching.streamAt('430100')).tell();
    const { errors, data, refused } = (await answer) as Answer;
    expect(errors?.map(({ path }) => path)).toEqual([
      ['now', 'bad'],
      ['now', 'subject', 'failing'],
    ]);
    expect(data?.['now']).toMatchObject({ bad: null, title: { name: expect.any(String) } });
    expect(refused).toBe(false);
    expect(JSON.stringify({ errors, data })).not.toMatch(/k[0-9a-f]{12}|secret/);
  });

  it('loses no event that comes while an earlier one is being completed', async () => {
    const stream = await watching.subscribe(
      `subscription { loanChanged(id: "${loanId(0, 0)}") { note title { name } } }`,
    );
    const first = next(stream);
    const source = await watching.streamAt('430100');
    for (let n = 0; n < 20; n += 1) {
      await source.tell();
      await library.ask(`mutation { note(id: "${loanId(0, 0)}", text: "x") { id } }`);
    }
    const answers = [await first];
    for (let n = 1; n < 20; n += 1) answers.push(await next(stream));
    const lengths = answers.map(
      (answer) => (answer?.data?.['loanChanged'] as { note: string | null }).note?.length ?? 0,
    );
    expect(lengths).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('leaves the connections for requests alone, however many are open', async () => {
    const streams = await Promise.all(
      Array.from({ length: 12 }, () => watching.subscribe(query, { id: loanId(0, 0) })),
    );
    const firsts = streams.map(next);
    await watching.streamAt('430100', 11);
    expect((await library.ask(`{ loan(id: "${loanId(0, 0)}") { id } }`)).errors).toBeUndefined();
    const more = await watching.subscribe(query, { id: loanId(0, 0) });
    expect(await next(more)).toMatchObject({ errors: [{ extensions: { code: 'NODE_BUSY', city: '430100' } }] });
    await Promise.all(library.node('430100').streams.map((source) => source.tell()));
    expect(await Promise.all(firsts)).toHaveLength(12);
    await streams[0]?.return();
    const again = next(await watching.subscribe(query, { id: loanId(0, 0) }));
    await (await watching.streamAt('430100', 12)).tell();
    expect(await again).toMatchObject({ data: { loanChanged: { id: loanId(0, 0) } } });
  });

  it('loses nothing of more than fits into what lies between, while its reader is slow', async () => {
    const stream = await watching.subscribe(query, { id: loanId(0, 0) });
    const first = next(stream);
    const source = await watching.streamAt('430100');
    await source.tell();
    await first;
    const long = 'x'.repeat(20_000);
    const event = (n: number) => `event: next\ndata: {"data":{"loanChanged":{"id":"${long}","note":"${n}"}}}\n\n`;
    for (let n = 0; n < 1000; n += 1) source.write(event(n));
    for (let n = 0; n < 1000; n += 1) {
      expect((await next(stream))?.data).toMatchObject({ loanChanged: { note: `${n}` } });
    }
  });
});

describe('a document that is subscribed with', () => {
  const refusalOf = async (text: string, variables?: Record<string, unknown>) => {
    const answer = await library.engine.subscribe({ query: text, variables, language: 'en' });
    if (!('body' in answer)) throw new Error('It was not refused');
    return {
      ...(JSON.parse(Buffer.concat(answer.body).toString()) as Omit<Answer, 'refused'>),
      refused: answer.refused,
    };
  };
  const field = `loanChanged(id: "${loanId(0, 0)}") { id }`;

  it.each([
    ['several root fields', `subscription { a: ${field} b: ${field} }`],
    [
      'several root fields behind a fragment',
      `subscription { ${field} ...More } fragment More on Subscription { b: ${field} }`,
    ],
    ['the gateway’s own fields', 'subscription { __typename }'],
    ['what no schema has', 'subscription { nothing }'],
  ])('may not select %s', async (_, text) => {
    expect(await refusalOf(text)).toMatchObject({ errors: [{ extensions: { code: 'QUERY_INVALID' } }], refused: true });
  });

  it('must be left with a root field by its conditions, whatever the variables', async () => {
    const literal = await refusalOf(`subscription { ${field.replace(' {', ' @skip(if: true) {')} }`);
    expect(literal.errors?.[0]?.message).toContain('exactly one root field');
    const text = `subscription ($no: Boolean!) { ${field.replace(' {', ' @skip(if: $no) {')} }`;
    for (const no of [true, false]) {
      expect(await refusalOf(text, { no })).toMatchObject({ errors: [{ extensions: { code: 'QUERY_INVALID' } }] });
    }
    expect(library.requestCount()).toBe(0);
  });

  it('may hold a query or a mutation: they are answered once', async () => {
    const answer = await refusalOf(`{ loan(id: "${loanId(0, 0)}") { id } }`);
    expect(answer).toEqual({ data: { loan: { id: loanId(0, 0) } }, refused: false });
  });

  it('is told how to subscribe when it was asked as a query is', async () => {
    const { errors, refused } = await library.ask(`subscription { ${field} }`);
    expect(refused).toBe(true);
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_INVALID' } }]);
    expect(errors?.[0]?.message).toContain('graphql-transport-ws');
    expect(errors?.[0]?.message).toContain('text/event-stream');
  });
});
