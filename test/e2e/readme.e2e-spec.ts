import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

const readme = readFileSync('README.md', 'utf8');

/** Each query of the README with the persona that its marker names. */
const queries = [...readme.matchAll(/<!-- as (\S+): \S+ -->\s+```graphql\n(.*?)```/gs)].map(
  ([, persona = '', query = '']) => ({
    persona,
    query,
  }),
);

describe('the README', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld();
  }, 60_000);
  afterAll(() => world.close());

  it('has five queries to paste', () => {
    expect(queries).toHaveLength(5);
  });

  it.each(queries)('gives $persona a query that works', async ({ persona, query }) => {
    const answer = await world.data(query, {}, persona === 'anybody' ? {} : { as: persona });
    expect(Object.values(answer)).not.toContain(null);
    expect(JSON.stringify(answer)).not.toContain('"edges":[]');
  });

  it('links only to pages that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });
});
