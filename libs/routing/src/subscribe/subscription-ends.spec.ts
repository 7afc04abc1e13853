import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Library } from '../fixture/library.js';
import { copyId, loanId } from '../fixture/records.js';
import { nextOf as next, until, Watching } from '../fixture/watching.js';

let library: Library;
let watching: Watching;

beforeEach(async () => {
  library = await Library.open();
  watching = new Watching(library);
});
afterEach(async () => {
  await watching.end();
  await library.close();
});

const query = `subscription ($id: ID!) { loanChanged(id: $id) { id note } }`;

describe('a subscription ends', () => {
  const begun = async () => {
    const stream = await watching.subscribe(query, { id: loanId(1, 0) });
    const first = next(stream);
    const source = await watching.streamAt('430200');
    await source.tell();
    await first;
    return { stream, source };
  };
  const gone = {
    errors: [
      {
        message: 'The system of the city (City 430200) cannot be reached at the moment; other cities are not affected.',
        path: ['loanChanged'],
        extensions: { code: 'NODE_UNREACHABLE', city: '430200', retryAfter: 2, action: expect.any(String) },
      },
    ],
    refused: true,
  };

  it('with the city named when its owner goes away', async () => {
    const { stream } = await begun();
    const last = next(stream);
    await library.node('430200').stop();
    expect(await last).toEqual(gone);
    expect(await next(stream)).toBeUndefined();
  });

  it('with the city named when its owner was away from the first', async () => {
    await library.node('430200').stop();
    const stream = await watching.subscribe(query, { id: loanId(1, 0) });
    expect(await next(stream)).toEqual(gone);
    expect(await next(stream)).toBeUndefined();
  });

  it('at the owner at once when its reader has had enough', async () => {
    const { stream, source } = await begun();
    const pending = next(stream);
    await stream.return();
    expect(await pending).toBeUndefined();
    await until(() => !source.isOpen);
  });

  it('at the owner also when its reader goes before it was opened', async () => {
    let isOpen = true;
    library.node('430200').behaviour = (response) => void response.once('close', () => (isOpen = false));
    const stream = await watching.subscribe(query, { id: loanId(1, 0) });
    const pending = next(stream);
    await until(() => library.node('430200').received.length === 1);
    await stream.return();
    expect(await pending).toBeUndefined();
    await until(() => !isOpen);
  });

  it('with the owner’s words when that ends it for a reason', async () => {
    const { stream, source } = await begun();
    const last = next(stream);
    source.write(
      'event: next\ndata: {"errors":[{"message":"No longer.","path":["loanChanged"],"extensions":{"code":"FORBIDDEN","stacktrace":["secret"]}}]}\n\n',
    );
    source.complete();
    expect(await last).toEqual({
      errors: [{ message: 'No longer.', path: ['loanChanged'], extensions: { code: 'FORBIDDEN', city: '430200' } }],
      refused: true,
    });
    expect(await next(stream)).toBeUndefined();
  });

  it.each([
    ['what is no JSON', 'event: next\ndata: <html>\n\n'],
    ['an answer to something else', 'event: next\ndata: {"data":{"other":1}}\n\n'],
    ['an event without an answer', 'event: next\ndata: \n\n'],
  ])('when its owner sends %s', async (_, text) => {
    const { stream, source } = await begun();
    const last = next(stream);
    source.write(text);
    expect(await last).toMatchObject({
      errors: [{ path: ['loanChanged'], extensions: { code: 'NODE_ANSWER_INVALID', city: '430200' } }],
      refused: true,
    });
    await until(() => !source.isOpen);
  });

  it.each([
    [
      'a token it refuses',
      401,
      '{"errors":[{"message":"Who?","extensions":{"code":"TOKEN_INVALID"}}]}',
      'TOKEN_INVALID',
    ],
    ['too much to do', 503, 'busy', 'NODE_BUSY'],
    ['a page', 200, '<html>', 'NODE_ANSWER_INVALID'],
    ['one answer', 200, '{"data":{"loanChanged":{"id":"x"}}}', 'NODE_ANSWER_INVALID'],
  ])('before it began when its owner answers with %s', async (_, status, text, code) => {
    library.node('430200').behaviour = (response) => void response.writeHead(status).end(text);
    const stream = await watching.subscribe(query, { id: loanId(1, 0) });
    expect(await next(stream)).toMatchObject({ errors: [{ extensions: { code, city: '430200' } }], refused: true });
    expect(await next(stream)).toBeUndefined();
  });

  it('before it began when nobody owns the key, with the argument named', async () => {
    const stream = await watching.subscribe(query, { id: copyId(0, 0).replace('430100', '990000') });
    expect(await next(stream)).toMatchObject({
      errors: [{ path: ['loanChanged'], extensions: { code: 'OWNER_UNKNOWN', field: 'id' } }],
      refused: true,
    });
    expect(library.requestCount()).toBe(0);
  });
});

describe('a node that does nothing', () => {
  const extensions = { city: '430200', retryAfter: 2, action: expect.any(String) };
  const impatient = async (limits: { readDeadline?: number; streamSilence?: number }) => {
    await library.close();
    library = await Library.open({ limits });
    watching = new Watching(library);
    return watching.subscribe(query, { id: loanId(1, 0) });
  };

  it('is gone for its subscribers when it is silent too long', async () => {
    const stream = await impatient({ streamSilence: 200 });
    const last = next(stream);
    const source = await watching.streamAt('430200');
    expect(await last).toMatchObject({ errors: [{ extensions: { ...extensions, code: 'NODE_UNREACHABLE' } }] });
    await until(() => !source.isOpen);
  });

  it('was too slow for them when it opens nothing', async () => {
    const stream = await impatient({ readDeadline: 200 });
    library.node('430200').behaviour = () => undefined;
    expect(await next(stream)).toMatchObject({ errors: [{ extensions: { ...extensions, code: 'NODE_TIMEOUT' } }] });
  });
});
