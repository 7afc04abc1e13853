import { describe, expect, it } from '@jest/globals';
import { Deadline } from '#libs/kernel';
import { buildSchema, graphql } from 'graphql';
import { putResolvers } from './schema-resolvers.js';

describe('resolvers of somebody who waits until a deadline', () => {
  let now = 0;
  const begun: string[] = [];
  const slow = (name: string) => () => {
    begun.push(name);
    now += 60;
    return { name };
  };

  async function run(source: string, milliseconds: number) {
    const schema = buildSchema(`
      type Query { first: Thing, second: Thing } type Thing { name: String, more: Thing }
      type Mutation { change: Thing, changeAgain: Thing }
    `);
    putResolvers(schema, {
      Query: { first: slow('first'), second: slow('second') },
      Mutation: { change: slow('change'), changeAgain: slow('changeAgain') },
      Thing: { more: slow('more') },
    });
    [now, begun.length] = [0, 0];
    const contextValue = { deadline: Deadline.after(milliseconds, () => now) };
    const { data, errors } = await graphql({ schema, source, contextValue });
    const codes = errors?.map(
      ({ path, originalError }) => `${path?.join('.')} ${(originalError as { code?: string }).code}`,
    );
    return { data, codes: codes ?? [], begun: [...begun] };
  }

  it('all run while there is time', async () => {
    const { codes, begun: ran } = await run('{ first { more { name } } second { name } }', 1000);
    expect([codes, ran]).toEqual([[], ['first', 'more', 'second']]);
  });

  it('do not begin once it has passed: a query is given up between two fields', async () => {
    const { data, codes, begun: ran } = await run('{ first { name more { name } } second { name } }', 100);
    expect(ran).toEqual(['first', 'more']);
    expect(codes).toEqual(['second NODE_TIMEOUT']);
    expect(data).toEqual({ first: { name: 'first', more: { name: 'more' } }, second: null });
  });

  it('change nothing once it has passed', async () => {
    const { codes, begun: ran } = await run('mutation { change { name } changeAgain { name } }', 50);
    expect([codes, ran]).toEqual([['changeAgain NODE_BUSY'], ['change']]);
  });
});
