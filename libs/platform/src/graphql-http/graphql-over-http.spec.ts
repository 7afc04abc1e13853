import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { serverAudits } from 'graphql-http';
import type { RunningProgram } from '../program/running-program.js';
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
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
