import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { CompactSign, exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { type RunningProgram } from '#libs/platform';
import { nodeContract, registryContract } from '../../../libs/routing/src/fixture/contracts.js';
import { Library } from '../../../libs/routing/src/fixture/library.js';
import { makeRecords } from '../../../libs/routing/src/fixture/records.js';
import { startProgram } from './program.js';

describe('the gateway', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  let library: Library;
  let upstream: Server;
  let program: RunningProgram;
  let key: CryptoKey;

  const published = async () => {
    const claims = Buffer.from(JSON.stringify({ iss: '430000', iat: 1, ...library.directory.current }));
    return new CompactSign(claims).setProtectedHeader({ alg: 'ES256', typ: 'kuashi-directory+jwt' }).sign(key);
  };

  beforeAll(async () => {
    library = await Library.open();
    const pair = await generateKeyPair('ES256', { extractable: true });
    key = pair.privateKey;
    upstream = createServer((request, response) => {
      if (request.url === '/directory') void published().then((text) => response.end(text));
      else response.writeHead(201, { 'x-from': 'sandbox' }).end(`${request.method ?? ''} ${request.url ?? ''}`);
    }).listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    mkdirSync(join(folder, 'contracts'));
    writeFileSync(join(folder, 'contracts', 'registry.graphql'), registryContract);
    writeFileSync(join(folder, 'contracts', 'node.graphql'), nodeContract);
    writeFileSync(join(folder, 'anchor.json'), JSON.stringify(await exportJWK(pair.publicKey)));
    program = await startProgram({
      KUASHI_MODE: 'sandbox',
      KUASHI_PORT: '0',
      KUASHI_STATE_DIR: join(folder, 'state'),
      KUASHI_LOG_LEVEL: 'silent',
      KUASHI_REGISTRY_URL: url,
      KUASHI_SANDBOX_URL: url,
      KUASHI_TRUST_ANCHOR: join(folder, 'anchor.json'),
      KUASHI_CONTRACTS_DIR: join(folder, 'contracts'),
      KUASHI_DIRECTORY_INTERVAL_MS: '100',
    });
  });

  afterAll(async () => {
    await program.close();
    await library.close();
    upstream.close();
    upstream.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const body = JSON.stringify({ query });
    const answer = await fetch(`${program.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return {
      status: answer.status,
      headers: answer.headers,
      ...((await answer.json()) as { data?: Record<string, unknown>; errors?: object[] }),
    };
  };

  it('answers from the nodes and says where a query would go', async () => {
    const { data, errors } = await ask(
      `{ counts { loans } explainRoute(query: "{ loan(id: \\"loan_430200_L1\\") { id copy { shelf } } }") { field directive argument value nodes { division name } error hops { field target level } } }`,
      { 'accept-language': 'en' },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      counts: { loans: 16 },
      explainRoute: [
        {
          field: 'loan',
          directive: 'owner',
          argument: 'id',
          value: 'loan_430200_L1',
          nodes: [{ division: '430200', name: 'City 430200' }],
          error: null,
          hops: [{ field: 'Loan.copy', target: 'OWNER', level: 1 }],
        },
      ],
    });
  });

  it('passes its request id on to the nodes', async () => {
    const { headers } = await ask(`{ desk(division: "430100") { open } }`, { 'x-request-id': 'spec-0123456789' });
    expect(headers.get('x-request-id')).toBe('spec-0123456789');
    expect(library.node('430100').received.at(-1)?.headers['x-request-id']).toBe('spec-0123456789');
  });

  it('refuses a token that is none before anything is asked', async () => {
    const before = library.requestCount();
    const { status, errors } = await ask(`{ whoAmI }`, { authorization: 'Bearer nonsense' });
    expect({ status, errors }).toMatchObject({ status: 401, errors: [{ extensions: { code: 'TOKEN_INVALID' } }] });
    expect(library.requestCount()).toBe(before);
  });

  it('takes a new city without a restart', async () => {
    const [city] = makeRecords(1);
    const added = await library.addCity({ ...city!, division: '430400' });
    const known = async (): Promise<unknown> => (await ask(`{ cities { division } }`)).data?.['cities'];
    for (let n = 0; n < 100 && !JSON.stringify(await known()).includes('430400'); n += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await known()).toContainEqual({ division: '430400' });
    expect((await ask(`{ desk(division: "430401") { division } }`)).data).toEqual({ desk: { division: '430400' } });
    await added.stop();
  });

  it('shows a browser a page that loads nothing from elsewhere', async () => {
    const answer = await fetch(`${program.url}/graphql`, { headers: { accept: 'text/html' } });
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('<textarea id="query"');
    expect(page).toContain('data-personas="true"');
    expect(page).not.toMatch(/(src|href)=(?!"data:,")|https?:|@import|url\(/);
    expect(page).toContain('"persona":"cs-citizen-1"');
  });

  it('sends /sandbox/* to the controls of the sandbox', async () => {
    const answer = await fetch(`${program.url}/sandbox/clock?x=1`, { method: 'POST', body: '{}' });
    expect({ status: answer.status, from: answer.headers.get('x-from'), text: await answer.text() }).toEqual({
      status: 201,
      from: 'sandbox',
      text: 'POST /sandbox/clock?x=1',
    });
  });

  it('keeps pages of other origins from the controls', async () => {
    const post = (origin: string) => fetch(`${program.url}/sandbox/reset`, { method: 'POST', headers: { origin } });
    for (const origin of ['https://example.org', 'http://127.0.0.1.example.org', 'null']) {
      const answer = await post(origin);
      expect({ status: answer.status, from: answer.headers.get('x-from') }).toEqual({ status: 403, from: null });
    }
    expect((await post('http://localhost:5173')).status).toBe(201);
  });

  const get = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${program.url}/graphql?query=${encodeURIComponent(query)}`, { headers });

  it('lets caches keep what is the same for everybody, and tells them when it has not changed', async () => {
    const query = '{ title(key: "nine-songs") { name } }';
    const first = await get(query);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    expect(first.headers.get('vary')).toContain('Accept-Language');
    const again = await get(query, { 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    const other = await get('{ title(key: "nine-songs") { key } }', { 'if-none-match': etag });
    expect([other.status, other.headers.get('etag') === etag]).toEqual([200, false]);
  });

  it('lets nobody keep what is a caller’s own, or not whole', async () => {
    const own = await get('{ title(key: "nine-songs") { name } counts { loans } }');
    expect([own.headers.get('cache-control'), own.headers.get('etag')]).toEqual(['no-store', null]);
    const refused = await get('{ nothing }');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    const posted = await ask('{ title(key: "nine-songs") { name } }');
    expect(posted.headers.get('cache-control')).toBeNull();
  });

  it('says what was asked of whom to those who ask for it', async () => {
    const extensions = encodeURIComponent('{"routing":true}');
    const answer = await fetch(`${program.url}/graphql?query={counts{loans}}&extensions=${extensions}`);
    const { extensions: told } = (await answer.json()) as { extensions: { routing: { node: string }[] } };
    expect(told.routing.map(({ node }) => node)).toEqual(
      library.directory.current.nodes.map(({ division }) => division),
    );
  });

  it('passes a trace on with itself as the parent, and the request’s id', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await ask('{ counts { loans } }', { traceparent, tracestate: 'a=1', 'x-request-id': 'request-1' });
    for (const node of library.nodes.values()) {
      const headers = node.received.at(-1)?.headers;
      expect(headers).toMatchObject({ tracestate: 'a=1', 'x-request-id': 'request-1' });
      expect(headers?.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-01$/);
    }
  });

  it('is alive and ready', async () => {
    for (const path of ['healthz', 'readyz']) expect((await fetch(`${program.url}/${path}`)).status).toBe(200);
  });

  it.each(serverAudits({ url: () => `${program.url}/graphql` }).map((audit) => [audit.name, audit] as const))(
    '%s',
    async (_, audit) => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    },
  );
});
