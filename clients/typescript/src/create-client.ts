import { readAnswer, whole, type Answer, type Whole } from './answer.js';
import type { Operation, Rest } from './operation.js';
import { jsonOf, send, type Asked, type ClientOptions } from './send.js';
import { subscribe } from './subscribe.js';

/** A client of the API. */
export interface Client {
  /** Asks. What a city that is down holds is missing, and named; rejects with an ApiError when nothing was answered. */
  query<Data, Variables>(operation: Operation<Data, Variables>, ...rest: Rest<Variables>): Promise<Answer<Data>>;
  /**
   * Does. Rejects with an ApiError when a root field failed, so that what was done is in the answer; give an
   * `idempotencyKey`, and it can be sent again after a lost connection.
   */
  mutate<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...rest: Rest<Variables>
  ): Promise<Answer<Whole<Data>>>;
  /** Watches: an answer at once, then one after each change, until the subscription ends or the loop is left. */
  subscribe<Data, Variables>(
    operation: Operation<Data, Variables>,
    ...rest: Rest<Variables>
  ): AsyncGenerator<Answer<Data>, void, undefined>;
}

const json = 'application/graphql-response+json, application/json;q=0.9';

/** Makes a client of the endpoint. It holds no connection, and nothing of what it asked. */
export function createClient(options: ClientOptions): Client {
  const ask = async <Data>(asked: Asked, signal?: AbortSignal): Promise<Answer<Data>> =>
    readAnswer<Data>(await jsonOf(await send(options, asked, { accept: json, signal }), signal));
  return {
    query: (operation, ...[variables, { signal } = {}]) => ask({ query: operation.toString(), variables }, signal),
    mutate: async <Data, Variables>(operation: Operation<Data, Variables>, ...rest: Rest<Variables>) => {
      const [variables, { signal } = {}] = rest;
      const answer = await ask<Data>({ query: operation.toString(), variables }, signal);
      const failed = answer.errors.filter(({ path }) => path.length <= 1);
      return { ...answer, data: whole({ data: answer.data, errors: failed }) };
    },
    subscribe: <Data, Variables>(operation: Operation<Data, Variables>, ...rest: Rest<Variables>) => {
      const [variables, { signal } = {}] = rest;
      return subscribe<Data>(options, { query: operation.toString(), variables }, signal);
    },
  };
}
