import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Library } from './fixture/library.js';
import { loanId } from './fixture/records.js';

const query = `{ title(key: "nine-songs") { name } }`;

describe('answers that are the same for everybody', () => {
  let library: Library;
  let time = 0;
  beforeEach(async () => {
    time = 0;
    library = await Library.open({ now: () => time });
  });
  afterEach(() => library.close());

  const asked = () => library.registry.received.length;
  const read = (forwarded: object = {}, language: 'en' | 'zh-Hans' = 'en') =>
    library.ask(query, undefined, { forwarded, language });

  it('are kept as long as the contract says, for every caller', async () => {
    const first = await read({ authorization: 'Bearer a' });
    time += 59_999;
    expect(await read({ authorization: 'Bearer b' })).toEqual(first);
    expect(asked()).toBe(1);
    time += 1;
    await read();
    expect(asked()).toBe(2);
  });

  it('are kept apart by language and by what is asked', async () => {
    await read();
    await read({}, 'zh-Hans');
    await library.ask(`{ title(key: "nine-songs") { key } }`);
    await library.ask(`{ title(key: "x") { name } }`);
    expect(asked()).toBe(4);
  });

  it('are forgotten with every new version of the directory, those on their way as well', async () => {
    await read();
    library.directory.current = { ...library.directory.current };
    await read();
    expect(asked()).toBe(2);
    library.registry.behaviour = (response, answer) => {
      library.registry.behaviour = undefined;
      library.directory.current = { ...library.directory.current };
      void library.ask(`{ whoAmI }`).then(() => response.end(answer));
    };
    library.directory.current = { ...library.directory.current };
    await read();
    await read();
    expect(library.registry.received.filter(({ query: text }) => text.includes('title'))).toHaveLength(4);
  });

  it('are not kept when something is wrong with them', async () => {
    library.registry.behaviour = (response) => void response.writeHead(500).end('oops');
    expect((await read()).errors).toHaveLength(1);
    library.registry.behaviour = undefined;
    expect((await read()).data).toEqual({ title: { name: '九歌 "选"' } });
  });

  it('are never anything that a caller’s token decides', async () => {
    for (const authorization of ['Bearer a', 'Bearer b']) {
      const { data } = await library.ask(`{ whoAmI }`, undefined, { forwarded: { authorization } });
      expect(data).toEqual({ whoAmI: authorization });
    }
  });

  it('may be kept outside only when all of the answer is such, and whole', async () => {
    const execute = async (text: string) => (await library.engine.execute({ query: text })).maxAge;
    expect(await execute(query)).toBe(60);
    expect(await execute(`{ title(key: "nine-songs") { name } whoAmI }`)).toBeUndefined();
    expect(await execute(`{ title(key: "nine-songs") { name } cities { division } }`)).toBeUndefined();
    expect(await execute(`{ loan(id: "${loanId(0, 0)}") { title { name } } }`)).toBeUndefined();
    library.directory.current = { ...library.directory.current };
    library.registry.behaviour = (response) => void response.writeHead(500).end('oops');
    expect(await execute(query)).toBeUndefined();
  });
});

describe('the report of a request', () => {
  let library: Library;
  beforeEach(async () => {
    library = await Library.open();
  });
  afterEach(() => library.close());

  const ask = async (text: string, report = true) => {
    const answer = await library.ask(text, undefined, { report });
    return { ...answer, ...(answer as { extensions?: { routing: Record<string, unknown>[] } }) };
  };

  it('says what was asked of whom, what failed and what was kept', async () => {
    await library.ask(query);
    await library.node('430200').stop();
    const { extensions, errors } = await ask(
      `{ title(key: "nine-songs") { name } counts { loans } loan(id: "${loanId(0, 0)}") { title { name } } }`,
    );
    expect(errors).toHaveLength(1);
    const rows = extensions?.routing.map(({ milliseconds, ...row }) => ({ ...row, timed: typeof milliseconds }));
    expect(rows).toContainEqual({ field: 'title', node: 'registry', cached: true, timed: 'number' });
    expect(rows).toContainEqual({ field: 'counts', node: '430100', cached: false, timed: 'number' });
    expect(rows).toContainEqual({
      field: 'counts',
      node: '430200',
      cached: false,
      failure: 'unreachable',
      timed: 'number',
    });
    expect(rows).toContainEqual({ field: 'loan', node: '430100', cached: false, timed: 'number' });
    expect(rows).toContainEqual({ field: 'Loan.title', node: 'registry', cached: false, timed: 'number' });
  });

  it('comes only when it is asked for, also with a single answer', async () => {
    expect((await ask(query, false)).extensions).toBeUndefined();
    expect((await ask(query)).extensions?.routing).toHaveLength(1);
  });
});
