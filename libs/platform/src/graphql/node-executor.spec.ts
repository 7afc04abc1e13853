import { expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { anonymous } from '../access/caller.js';
import type { GraphQLRequest } from '../graphql-http/graphql-request.js';
import { NodeExecutor } from './node-executor.js';

const executor = new NodeExecutor(buildSchema('type Query { costly: Int }'), () => undefined);
const ask = async (query: string) => {
  const request = { query, caller: anonymous, language: 'en', requestId: 'r', headers: {}, method: 'POST' };
  const { body } = await executor.execute(request as unknown as GraphQLRequest);
  return body as { data?: object; errors?: { message: string; extensions: { code: string } }[] };
};
const fields = (count: number, prefix = 'a') =>
  Array.from({ length: count }, (_, n) => `${prefix}${n}: costly`).join(' ');

it('answers as many root fields as the gateway does', async () => {
  expect(Object.keys((await ask(`{ ${fields(20)} }`)).data ?? {})).toHaveLength(20);
});

it.each([
  ['aliased', `{ ${fields(21)} }`],
  ['spread', `{ ...F } fragment F on Query { ${fields(20)} ... on Query { z: costly } }`],
  [
    'spread again and again',
    `{ ...A ...B } fragment A on Query { ${fields(15)} } fragment B on Query { ${fields(15, 'b')} }`,
  ],
])('refuses more of them before anything is executed, %s', async (_, query) => {
  const { data, errors } = await ask(query);
  expect({ data, code: errors?.[0]?.extensions.code }).toEqual({ data: undefined, code: 'QUERY_TOO_COMPLEX' });
  expect(errors?.[0]?.message).toContain('20');
});

it('leaves fragments in a circle to the rule that refuses them', async () => {
  const { errors } = await ask('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }');
  expect(errors?.[0]?.extensions.code).toBe('QUERY_INVALID');
});
