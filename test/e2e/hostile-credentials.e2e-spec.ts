import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';
import { createCredentialWorld } from '../../libs/credential/src/testing/credential-world.js';
import {
  audience,
  Forger,
  hostileKeyBindings,
  hostileTopics,
  nonce,
} from '../../libs/credential/src/testing/hostile/index.js';

interface Report {
  readonly outcome: string;
  readonly checks: readonly { name: string; result: string; reason: string }[];
}

interface Held {
  readonly myCertificates: { readonly edges: readonly { readonly node: { readonly credential: string } }[] };
}

const query =
  'query ($credential: String!, $keyBinding: KeyBindingInput) { verifyCredential(credential: $credential, keyBinding: $keyBinding) { outcome checks { name result reason } } }';
const held = '{ myCertificates(cities: ["430200"], first: 1) { edges { node { credential } } } }';

/** No request is larger. */
const mostLetters = 1 << 20;

/** What anybody can do to a genuine credential without its issuer's key. */
const mutilations: [string, (credential: string) => string][] = [
  ['its first disclosure changed', (credential) => credential.replace(/~[^~]/, '~X')],
  ['its first disclosure twice', (credential) => credential.replace(/~([^~]+)~/, '~$1~$1~')],
  ['its header without kid', (credential) => credential.replace(/^[^.]+/, encode({ alg: 'ES256', typ: 'dc+sd-jwt' }))],
  [
    'its header with alg none',
    (credential) => credential.replace(/^[^.]+/, (header) => encode({ ...decode(header), alg: 'none' })),
  ],
  [
    'its end put off',
    (credential) =>
      credential.replace(/\.[^.]+\./, (payload) => `.${encode({ ...decode(payload.slice(1, -1)), exp: 9e9 })}.`),
  ],
  ['its signature gone', (credential) => credential.replace(/\.[^.~]+~/, '.~')],
  ['its signature of zeros', (credential) => credential.replace(/\.[^.~]+~/, `.${'A'.repeat(86)}~`)],
  ['a proof of nothing', (credential) => `${credential}${credential.split('~')[0]}`],
];

describe('hostile credentials at the verifier for everyone', () => {
  let world: World;
  let forger: Forger;
  let trap: Server;
  const visits: string[] = [];

  beforeAll(async () => {
    trap = createServer((request, response) => {
      visits.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((listening) => trap.listen(0, '127.0.0.1', listening));
    const evil = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
    forger = await Forger.create(await createCredentialWorld(), evil);
    world = await createWorld();
  }, 60_000);
  afterAll(async () => {
    await world.close();
    trap.close();
  });

  async function overHttp(credential: string, keyBinding?: object): Promise<[number, string]> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ credential, ...(keyBinding && { keyBinding }) });
    const answer = await fetch(`${world.gateway}/registry/verify`, { method: 'POST', headers, body });
    const told = (await answer.json()) as Partial<Report> & { code?: string; type?: string };
    return [answer.status, told.outcome ?? told.code ?? told.type ?? ''];
  }

  async function overGraphql(credential: string, keyBinding?: object): Promise<[number, string]> {
    const { status, data, errors } = await world.ask<{ verifyCredential?: Report }>(query, { credential, keyBinding });
    return [status, data?.verifyCredential?.outcome ?? errors.map(({ extensions }) => extensions?.['code']).join()];
  }

  /** What both doors answer. */
  async function answers(credential: string, keyBinding?: object): Promise<{ status: number; outcomes: string[] }> {
    const both = await Promise.all([overHttp(credential, keyBinding), overGraphql(credential, keyBinding)]);
    return {
      status: Math.max(...both.map(([status]) => status)),
      outcomes: both.map(([, outcome]) => outcome.toUpperCase()),
    };
  }

  const cases = [
    ...hostileTopics.flatMap(([, each]) => each.map(([name, , token]) => [name, token, undefined] as const)),
    ...hostileKeyBindings.map(([name, , token]) => [name, token, { audience, nonce }] as const),
  ];

  it(`are all ${cases.length} refused, without a server error and without a visit to an address of theirs`, async () => {
    const wrong: unknown[] = [];
    for (const [name, token, keyBinding] of cases) {
      const hostile = await token(forger);
      if (hostile.length > mostLetters) continue;
      const { status, outcomes } = await answers(hostile, keyBinding);
      const refused = outcomes.every((each) => ['INVALID', 'BAD_INPUT'].includes(each));
      if (status >= 500 || !refused) wrong.push([name, status, outcomes]);
    }
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(visits).toEqual([]);
  }, 120_000);

  it('are refused at the door above a megabyte', async () => {
    expect(await overHttp('A'.repeat(mostLetters + 1))).toEqual([413, 'urn:kuashi:error:REQUEST_TOO_LARGE']);
    const parts = Array.from({ length: 40 }, () => new TextEncoder().encode('A'.repeat(1 << 16)));
    const body = new ReadableStream({
      pull: (controller) => (parts.length > 0 ? controller.enqueue(parts.pop()) : controller.close()),
    });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
    expect((await fetch(`${world.gateway}/registry/verify`, init as RequestInit)).status).toBe(413);
  });

  it('are refused when they are made of a genuine one, which itself is valid', async () => {
    const { myCertificates } = await world.data<Held>(held, {}, { as: 'zz-citizen-1' });
    const credential = myCertificates.edges[0]?.node.credential ?? '';
    expect((await answers(credential)).outcomes).toEqual(['VALID', 'VALID']);
    for (const [name, mutilate] of mutilations) {
      const { status, outcomes } = await answers(mutilate(credential));
      expect([name, status, ...outcomes]).toEqual([name, 200, 'INVALID', 'INVALID']);
    }
  });
});

function encode(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

function decode(part: string): object {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as object;
}
