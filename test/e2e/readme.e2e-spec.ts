import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, parse, validate } from 'graphql';
import { createWorld, type World } from '#libs/testing';

const readme = readFileSync('README.md', 'utf8');

/** Each query of the README with the persona that its marker names. */
const queries = [...readme.matchAll(/<!-- as (\S+): \S+ -->\s+```graphql\n(.*?)```/gs)].map(
  ([, persona = '', query = '']) => ({
    persona,
    query,
  }),
);

/** Its shell commands that speak to the sandbox, as they would be pasted one after the other. */
const commands = [...readme.matchAll(/```sh\n(.*?)```/gs)]
  .map(([, block = '']) => block)
  .filter((block) => block.includes('curl '))
  .join('\n');

/** The pages of docs/, and each query they show. */
const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));
const shown = pages.flatMap((page) =>
  [...readFileSync(join('docs', page), 'utf8').matchAll(/```graphql\n(.*?)```/gs)].map(([, query = '']) => ({
    page,
    query,
  })),
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

  it('gives commands that work: a case watched, a certificate verified, taken into a wallet, presented to another city', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kuashi-readme-'));
    symlinkSync(join(process.cwd(), 'examples'), join(folder, 'examples'));
    const script = commands.replaceAll('http://127.0.0.1:4000', world.gateway);
    const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-euc', script], { cwd: folder });
    rmSync(folder, { recursive: true });
    expect(stderr).toBe('');
    expect(stdout).toContain('data: {"data":{"applicationChanged":{"state":"SUBMITTED"');
    expect(stdout).toContain('"outcome":"valid"');
    expect(stdout).toContain('"state":"VERIFIED"');
  });

  it('has pages whose queries fit the schema', async () => {
    const schema = buildClientSchema(await world.data<IntrospectionQuery>(getIntrospectionQuery()));
    expect(shown.length).toBeGreaterThan(5);
    for (const { page, query } of shown) expect([page, validate(schema, parse(query))]).toEqual([page, []]);
  });

  it('links only to pages that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });

  it.each(pages)('has a page %s that links only to pages that exist', (page) => {
    const text = readFileSync(join('docs', page), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join('docs', path)))).toEqual([]);
  });
});
