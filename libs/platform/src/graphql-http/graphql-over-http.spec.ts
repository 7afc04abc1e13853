import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { buildSchema } from 'graphql';
import { serverAudits } from 'graphql-http';
import type { RunningProgram } from '../program/running-program.js';
import { Admission } from './admission/admission.js';
import { defaultAdmissionLimits } from './admission/admission-limits.js';
import { startGraphQL } from '../testing/start-graphql.js';

const schema = buildSchema(
  'type Query { city(division: ID!): String, broken: String } type Mutation { touch: String }',
);

let server: RunningProgram;
const faults: unknown[] = [];

beforeAll(async () => {
  server = await startGraphQL(schema, { faults, page: '<!doctype html>', bodyLimit: 2000 });
});
afterAll(() => server.close());

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the audits of the GraphQL-over-HTTP specification', () => {
  const audits = serverAudits({ url: () => server.url });

  it('are sixty-one', () => expect(audits).toHaveLength(61));

  for (const audit of audits) {
    it(`${audit.id} ${audit.name}`, async () => {
      const result = await audit.fn();
      expect({ ...result, response: undefined }).toMatchObject({ status: 'ok' });
    });
  }
});

describe('/graphql', () => {
  it('puts errors before data, with code and path, and no stack', async () => {
    const answer = await post({ query: '{ city(division: "430100") nothing: __typename }' });
    expect(answer.status).toBe(200);
    const invalid = await post({ query: '{ unknownField }' }, { 'accept-language': 'en' });
    const text = await invalid.text();
    expect(text.startsWith('{"errors":[')).toBe(true);
    expect(text).not.toContain('stack');
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'QUERY_INVALID' } }] });
  });

  it('refuses a body over the limit with 413', async () => {
    const answer = await post({ query: `{ __typename } #${'x'.repeat(3000)}` });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });
  });

  it('refuses other media types with 415 and other methods with 405', async () => {
    expect((await post('{ __typename }', { 'content-type': 'application/graphql' })).status).toBe(415);
    const deleted = await fetch(server.url, { method: 'DELETE' });
    expect([deleted.status, deleted.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('refuses batches, naming them', async () => {
    const answer = await post([{ query: '{ __typename }' }]);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'BATCH_UNSUPPORTED', field: 'body' } }],
    });
  });

  it('refuses files with where they go, and compressed bodies with what is taken', async () => {
    const form = new FormData();
    form.set('0', new Blob(['x']), 'x.pdf');
    const upload = await fetch(server.url, { method: 'POST', body: form, headers: { 'accept-language': 'en' } });
    expect(upload.status).toBe(415);
    expect(await upload.json()).toMatchObject({
      errors: [{ extensions: { code: 'UPLOAD_UNSUPPORTED', action: expect.stringContaining('DocumentInput') } }],
    });
    const compressed = await post('{}', { 'content-encoding': 'gzip' });
    expect([compressed.status, compressed.headers.get('accept-encoding')]).toEqual([415, 'identity']);
  });

  it.each([
    ['no UTF-8', Buffer.from('{"query":"{ __typename } # \xff"}', 'latin1'), 'UTF-8'],
    ['with a byte order mark', Buffer.from('\ufeff{"query":"{ __typename }"}'), 'JSON'],
    ['cut short', Buffer.from('{"query":"{ __type'), 'JSON'],
  ])('refuses a body that is %s', async (_, body, words) => {
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
    const answer = await fetch(server.url, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: object }[] };
    expect(errors[0]).toMatchObject({ extensions: { code: 'REQUEST_MALFORMED', field: 'body' } });
    expect(errors[0]?.message).toContain(words);
  });

  it('knows no document by its id here', async () => {
    const bySpecification = await post({ documentId: `sha256:${'0'.repeat(64)}` });
    const byApollo = await post({ extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } });
    for (const answer of [bySpecification, byApollo]) {
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    }
  });

  it('tells a caller to wait who has too much under way, and lets it in again', async () => {
    const limits = { ...defaultAdmissionLimits, inFlight: 1, addressCalls: 0 };
    const busy = await startGraphQL(schema, { admission: new Admission({ limits, now: () => 0 }) });
    const askUntil = async (status: number): Promise<Response> => {
      const answer = await fetch(`${busy.url}?query={__typename}`);
      return answer.status === status ? answer : askUntil(status);
    };
    const slow = connect(Number(new URL(busy.url).port), '127.0.0.1');
    slow.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 25\r\n\r\n{');
    const refused = await askUntil(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'TOO_MANY_REQUESTS', retryAfter: 1 } }],
    });
    slow.destroy();
    await askUntil(200);
    await busy.close();
  });

  it('answers a mutation by GET with 405 and where to send it', async () => {
    const answer = await fetch(`${server.url}?query=${encodeURIComponent('mutation { touch }')}`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  });

  it('refuses variables that are nested without end', async () => {
    const variables: unknown = JSON.parse('{"a":'.repeat(100) + '1' + '}'.repeat(100));
    const answer = await post({ query: '{ __typename }', variables });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'REQUEST_MALFORMED', field: 'variables' } }],
    });
  });

  it('names the parameter at fault, in the caller’s language', async () => {
    const answer = await post({ query: '{ __typename }', variables: 'x' }, { 'accept-language': 'zh-TW' });
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: object }[] };
    expect(errors[0]).toMatchObject({ extensions: { code: 'REQUEST_MALFORMED', field: 'variables' } });
    expect(errors[0]?.message).toBe('無法讀取該請求：須是 JSON 物件。');
  });

  it('refuses a token nobody vouches for with 401 and a challenge', async () => {
    const answer = await post({ query: '{ __typename }' }, { authorization: 'Bearer a.b.c' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'TOKEN_INVALID' } }] });
  });

  it('gives a browser the page and a client the answer', async () => {
    const page = await fetch(server.url, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    const query = await fetch(`${server.url}?query={__typename}`, { headers: { accept: 'text/html' } });
    expect(await query.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('takes over a harmless request id and replaces any other', async () => {
    const kept = await post({ query: '{ __typename }' }, { 'x-request-id': 'request-0001' });
    expect(kept.headers.get('x-request-id')).toBe('request-0001');
    const replaced = await post({ query: '{ __typename }' }, { 'x-request-id': 'a b' });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
  });
});
