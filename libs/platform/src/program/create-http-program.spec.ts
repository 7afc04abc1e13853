import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { errors, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { FixedClock } from '#libs/kernel';
import { AnyoneMay, RolesMay, SignedIn } from '../access/access-rules.js';
import { CallerAuthentication } from '../access/caller-authentication.js';
import type { Caller } from '../access/caller.js';
import { CurrentCaller, RequestLanguage } from '../access/request-facts.js';
import type { GraphQLAnswer } from '../graphql-http/graphql-request.js';
import { ReadinessChecks } from '../health/readiness-checks.js';
import { createHttpProgram, type HttpProgram } from './create-http-program.js';

@Controller('things')
class ThingController {
  @Get('open')
  @AnyoneMay()
  open(@CurrentCaller() caller: Caller, @RequestLanguage() language: string): object {
    return { signedIn: caller.signedIn, language };
  }

  @Get('mine')
  @SignedIn()
  mine(@CurrentCaller() caller: Caller): object {
    return { subject: caller.subject };
  }

  @Get('audit')
  @RolesMay('auditor')
  audit(): object {
    return {};
  }

  @Post('envelope')
  @AnyoneMay()
  envelope(@Body() body: string): object {
    return { length: body.length };
  }

  @Get('fault')
  @AnyoneMay()
  fault(): never {
    throw new Error('secret 42');
  }
}

@Module({ controllers: [ThingController] })
class Things {}

const clock = new FixedClock('2026-01-01T00:00:00Z');
let program: HttpProgram;
let key: CryptoKey;
let issuerFault: Error | undefined;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  key = pair.privateKey;
  const keys = (): CryptoKey => {
    if (issuerFault) throw issuerFault;
    return pair.publicKey;
  };
  const authentication = new CallerAuthentication({ issuer: 'http://issuer.test', clock, keys });
  const settings = {
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    corsOrigins: ['https://app.test'],
  } as const;
  program = await createHttpProgram(Things, settings, { name: 'spec', authentication });
});
afterAll(() => program.close());

function token(claims: object = {}): Promise<string> {
  const now = clock.now().getTime() / 1000;
  const all = {
    iss: 'http://issuer.test',
    aud: 'kuashi',
    sub: 's-1',
    client_id: 'c',
    iat: now,
    exp: now + 60,
    roles: ['citizen'],
    ...claims,
  };
  return new SignJWT(all).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' }).sign(key);
}

const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(program.url + path, { headers });
const bearer = (text: string): Record<string, string> => ({ authorization: `Bearer ${text}` });

describe('access', () => {
  it('recognises the caller and its language', async () => {
    expect(await (await get('/things/open')).json()).toEqual({ signedIn: false, language: 'zh-Hans' });
    expect(await (await get('/things/mine', bearer(await token()))).json()).toEqual({ subject: 's-1' });
  });

  it('is refused with 401 without a token and 403 without the role', async () => {
    const anonymous = await get('/things/mine');
    expect([anonymous.status, anonymous.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const citizen = await get('/things/audit', bearer(await token()));
    expect(await citizen.json()).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect((await get('/things/audit', bearer(await token({ roles: ['auditor'] })))).status).toBe(200);
  });

  it('ends with the token, also with one that was accepted before', async () => {
    const text = await token();
    expect((await get('/things/mine', bearer(text))).status).toBe(200);
    clock.advance(61_000);
    expect(await (await get('/things/mine', bearer(text))).json()).toMatchObject({ code: 'TOKEN_EXPIRED' });
    expect(await (await get('/things/mine', bearer(text))).json()).toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  it.each([
    new TypeError('fetch failed'),
    new errors.JWKSTimeout(),
    new errors.JOSEError('Expected 200 OK from the JSON Web Key Set HTTP response'),
  ])('says so when the login cannot be asked: the token may be good (%s)', async (fault) => {
    issuerFault = fault;
    const answer = await get('/things/mine', bearer(await token({ jti: 'new' })));
    issuerFault = undefined;
    expect(await answer.json()).toMatchObject({ status: 503, code: 'LOGIN_UNREACHABLE' });
  });
});

describe('errors', () => {
  it('are problem details in the language asked for, without internals', async () => {
    const answer = await get('/things/fault', { 'accept-language': 'en' });
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(text)).toMatchObject({
      type: 'urn:kuashi:error:INTERNAL',
      status: 500,
      requestId: expect.any(String),
    });
    expect(text).not.toContain('secret');
    const nowhere: unknown = await (await get('/nowhere')).json();
    expect(nowhere).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(nowhere).not.toHaveProperty('field');
    expect(await (await get('/graphql')).json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('say when a body cannot be read or is of a type nobody takes', async () => {
    const post = (type: string, body: string): Promise<Response> =>
      fetch(`${program.url}/things/envelope`, { method: 'POST', headers: { 'content-type': type }, body });
    expect(await (await post('application/jwt', 'a.b.c')).json()).toEqual({ length: 5 });
    expect(await (await post('application/json', '{')).json()).toMatchObject({ code: 'REQUEST_MALFORMED' });
    expect(await (await post('image/png', 'x')).json()).toMatchObject({ code: 'MEDIA_TYPE_UNSUPPORTED' });
    expect(await (await post('application/jwt', 'x'.repeat(1_100_000))).json()).toMatchObject({
      code: 'REQUEST_TOO_LARGE',
    });
  });
});

describe('health and readiness', () => {
  it('tell a program that lives from one that can serve', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' });
    const checks = program.container.get(ReadinessChecks);
    checks.register('directory', () => 'not loaded');
    checks.register('database', () => Promise.reject(new Error('x')));
    const answer = await get('/readyz');
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: 'not ready', faults: { directory: 'not loaded', database: 'the check failed' } },
    ]);
  });
});

describe('CORS', () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${program.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  it('lets in the listed origins and, in production, no loopback page', async () => {
    const listed = await preflight('https://app.test');
    expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([204, 'https://app.test']);
    expect((await preflight('http://localhost:5173')).status).toBe(403);
    expect(
      (await get('/healthz', { origin: 'https://evil.test' })).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });
});

describe('a port in use', () => {
  it('is a fault of the settings that names it', async () => {
    const port = Number(new URL(program.url).port);
    const settings = { mode: 'sandbox', host: '127.0.0.1', port, logLevel: 'silent', corsOrigins: [] } as const;
    await expect(createHttpProgram(Things, settings, { name: 'spec' })).rejects.toMatchObject({
      code: 'SETTING_INVALID',
      field: 'KUASHI_PORT',
    });
  });
});

describe('closing', () => {
  it('ends at once although clients keep their connections, and can be asked twice', async () => {
    const settings = { mode: 'sandbox', host: '127.0.0.1', port: 0, logLevel: 'silent', corsOrigins: [] } as const;
    const other = await createHttpProgram(Things, settings, { name: 'spec' });
    await (await fetch(`${other.url}/healthz`)).text();
    await Promise.all([other.close(), other.close()]);
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow();
  });
});

describe('a program with as much under way as it takes', () => {
  it('refuses the next operation with 503, stays healthy meanwhile, and takes operations again after', async () => {
    const begun: (() => void)[] = [];
    const execute = () => new Promise<GraphQLAnswer>((answer) => begun.push(() => answer({ body: { data: {} } })));
    const settings = { mode: 'sandbox', host: '127.0.0.1', port: 0, logLevel: 'silent', corsOrigins: [] } as const;
    const graphql = { execute, subscribe: execute };
    const busy = await createHttpProgram(Things, { ...settings, operations: 1 }, { name: 'spec', graphql });
    const ask = () => fetch(`${busy.url}/graphql?query={__typename}`);
    const first = ask();
    while (begun.length === 0) await new Promise((turned) => setTimeout(turned, 5));
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED', retryAfter: 1 } }] });
    expect((await fetch(`${busy.url}/healthz`)).status).toBe(200);
    expect(begun).toHaveLength(1);
    begun[0]?.();
    expect((await first).status).toBe(200);
    const next = ask();
    while (begun.length === 1) await new Promise((turned) => setTimeout(turned, 5));
    begun[1]?.();
    expect((await next).status).toBe(200);
    await busy.close();
  });
});
