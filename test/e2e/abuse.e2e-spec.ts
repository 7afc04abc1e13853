import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';
import { goodQuery } from './abuse/abuse.js';
import { harmless } from './abuse/harmless.js';
import { documentAbuses } from './abuse/of-documents.js';
import { httpAbuses } from './abuse/of-http.js';
import { nodeAbuses } from './abuse/of-nodes.js';
import { tokenAbuses } from './abuse/of-tokens.js';
import { expectAnswers, expectNoLeak, probe } from './abuse/probe.js';
import { exchange } from './abuse/wire.js';

const named = <T extends { readonly what: string }>(rows: readonly T[]): [string, T][] =>
  rows.map((row) => [row.what, row]);

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world.close());

describe('the gateway refuses', () => {
  it.each(named(documentAbuses))('%s', async (_, abuse) => {
    await probe(world.gateway, abuse);
    await expectAnswers(world.gateway);
  });

  it.each(named(httpAbuses))('%s', async (_, abuse) => {
    await probe(world.gateway, abuse);
    await expectAnswers(world.gateway);
  });

  it('tokens that may not be believed', async () => {
    for (const abuse of await tokenAbuses(world)) {
      expect([abuse.what, (await probe(world.gateway, abuse)).head]).toEqual([
        abuse.what,
        expect.stringMatching(/^www-authenticate: Bearer error="invalid_token"/im),
      ]);
    }
    await expectAnswers(world.gateway);
  });

  it('files, with a pointer to what is taken instead', async () => {
    const [upload] = httpAbuses.filter(({ code }) => code === 'UPLOAD_UNSUPPORTED');
    const came = await exchange(world.gateway, {
      ...upload?.sent,
      headers: [...(upload?.sent.headers ?? []), ['Accept-Language', 'en']],
    });
    expect(came.text).toMatch(/DocumentInput.*SHA-256/);
  });

  it('to say which of its own names it marks things with', async () => {
    const came = await exchange(world.gateway, {
      body: JSON.stringify({
        query:
          '{ myCertificates(first: 1, after: "~") { edges { node { type { name } } } } serviceItem(key: "y") { implementations { item { name } } } explainRoute(query: "{ bundles { totalCount } }") { field why hops { field } } }',
      }),
    });
    expect(came.status).toBe(200);
    expectNoLeak(came);
  });
});

describe('the gateway answers', () => {
  it.each(named(harmless))('%s, as anything else', async (_, { sent, data }) => {
    const came = await exchange(world.gateway, sent);
    expect({ status: came.status, ...(JSON.parse(came.text) as object) }).toEqual({ status: 200, data });
    expectNoLeak(came);
  });

  it('pages of its own and of the sandbox’s apps', async () => {
    for (const origin of [world.gateway, 'http://localhost:5173']) {
      const came = await exchange(world.gateway, {
        headers: [['Origin', origin]],
        body: JSON.stringify({ query: goodQuery }),
      });
      expect(came.status).toBe(200);
    }
  });
});

describe('a node refuses', () => {
  it.each(named(nodeAbuses))('%s', async (_, abuse) => {
    const node = world.programs['node-430100'] ?? '';
    await probe(node, abuse);
    await expectAnswers(node, '{ __typename }');
  });
});
