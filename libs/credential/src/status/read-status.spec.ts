import { beforeEach, describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { signJws } from '../jws/sign-jws.js';
import { createCredentialWorld, type CredentialWorld } from '../testing/credential-world.js';
import { TrustedIssuer } from '../trust/trusted-issuer.js';
import { readStatus, type StatusSources } from './read-status.js';
import { StatusListCache } from './status-list-cache.js';

let world: CredentialWorld;
let issuer: TrustedIssuer;
beforeEach(async () => {
  world = await createCredentialWorld();
  issuer = world.trustList().issuerOf('11430299MXG0000182')!;
});

function read(change: Partial<StatusSources> & { uri?: string; index?: number; as?: TrustedIssuer } = {}) {
  const { uri = world.listUri, index = 5, as = issuer, ...sources } = change;
  return readStatus({ uri, index }, as, { fetch: world.fetch, clock: world.clock, timeoutMs: 50, ...sources });
}

async function serve(payload: object, change: { typ?: string; key?: typeof world.zhuzhou.key } = {}) {
  const { typ = 'statuslist+jwt', key = world.zhuzhou.statusKey } = change;
  const iat = world.clock.now().getTime() / 1000;
  const whole = {
    sub: world.listUri,
    iat,
    exp: iat + 60,
    status_list: { bits: 2, lst: 'eNo76fITAAPfAgc' },
    ...payload,
  };
  const token = await signJws({ alg: 'ES256', typ, kid: key.kid }, whole, key.privateKey);
  world.sources.set(world.listUri, () => new Response(token));
}

describe('reading a status', () => {
  it('tells the status and the age of the list', async () => {
    world.list.set(5, 'suspended');
    await world.publish();
    expect(await read()).toEqual({ outcome: 'read', status: 'suspended', listIssuedAt: '2026-03-02T08:00:00.000Z' });
    expect(await read({ index: 6 })).toMatchObject({ status: 'valid' });
  });

  it.each([
    'https://evil.example/status/1',
    'https://zhuzhou.example/status/../evil',
    'https://zhuzhou.example/status/%2e%2e/evil',
    'https://zhuzhou.example.evil.example/status/1',
    'https://user@zhuzhou.example/status/1',
    'https://zhuzhou.example/status/1?next=https://evil.example',
    'https://zhuzhou.example/status/1#x',
    'https://ZHUZHOU.example/status/1',
    'http://zhuzhou.example/status/1',
    'https://changsha.example/status/1',
    'file:///etc/passwd',
    'not a url',
    '',
  ])('refuses %j without asking for it', async (uri) => {
    expect(await read({ uri })).toEqual({ outcome: 'refused', reason: 'STATUS_LIST_NOT_OWNED' });
    expect(world.requested).toEqual([]);
  });

  it.each([
    ['another type', () => serve({}, { typ: 'JWT' }), 'TOKEN_TYPE_WRONG'],
    ['a key that may not sign lists', () => serve({}, { key: world.zhuzhou.key }), 'KEY_PURPOSE_WRONG'],
    ['another issuer’s key', () => serve({}, { key: world.changsha.statusKey }), 'KEY_UNKNOWN'],
    ['another address', () => serve({ sub: 'https://zhuzhou.example/status/2' }), 'STATUS_LIST_MALFORMED'],
    ['one bit an entry', () => serve({ status_list: { bits: 1, lst: 'eNo76fITAAPfAgc' } }), 'STATUS_LIST_MALFORMED'],
    ['no list', () => serve({ status_list: undefined }), 'STATUS_LIST_MALFORMED'],
    ['rubbish deflated', () => serve({ status_list: { bits: 2, lst: 'AAAA' } }), 'STATUS_LIST_MALFORMED'],
    ['an end that is over', () => serve({ exp: 1772438400 }), 'STATUS_LIST_EXPIRED'],
    ['a date in the future', () => serve({ iat: 1772448400 }), 'NOT_YET_VALID'],
    ['an index outside', () => serve({}), 'STATUS_INDEX_OUT_OF_RANGE', 12],
    ['a value without meaning', () => serve({}), 'STATUS_VALUE_UNKNOWN', 3],
  ])('is undetermined with %s', async (_what, arrange, reason, index = 0) => {
    await arrange();
    expect(await read({ index })).toEqual({ outcome: 'undetermined', reason, detail: world.listUri });
  });

  it('is undetermined when a bomb is served', async () => {
    const lst = deflateSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url');
    await serve({ status_list: { bits: 2, lst } });
    expect(await read()).toMatchObject({ outcome: 'undetermined', reason: 'STATUS_LIST_TOO_LARGE' });
  });

  it('is undetermined when the answer has no end', async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    world.sources.set(world.listUri, () => new Response(endless));
    expect(await read({ timeoutMs: 5000 })).toMatchObject({ reason: 'STATUS_LIST_TOO_LARGE' });
  });

  it('is undetermined when the source never answers, fails or refuses', async () => {
    world.sources.set(world.listUri, () => new Promise<Response>(() => undefined));
    expect(await read({ timeoutMs: 5 })).toMatchObject({ reason: 'STATUS_SOURCE_TIMEOUT' });
    world.sources.set(world.listUri, () => new Response('gone', { status: 503 }));
    expect(await read()).toMatchObject({ reason: 'STATUS_SOURCE_UNREACHABLE', detail: world.listUri });
    world.sources.set(world.listUri, () => new Response(null, { status: 304 }));
    expect(await read()).toMatchObject({ reason: 'STATUS_SOURCE_UNREACHABLE' });
  });
});

describe('a list read before', () => {
  it('is confirmed by its ETag before each use', async () => {
    const cache = new StatusListCache();
    const token = await world.publish();
    world.sources.set(world.listUri, (headers) =>
      headers['if-none-match'] === '"1"'
        ? new Response(null, { status: 304 })
        : new Response(token, { headers: { etag: '"1"' } }),
    );
    expect([await read({ cache }), await read({ cache })]).toMatchObject([{ status: 'valid' }, { status: 'valid' }]);
    expect(world.requested).toHaveLength(2);
  });

  it('is used for the age allowed, never above 60 seconds', async () => {
    const cache = new StatusListCache();
    await read({ cache, maxAgeSeconds: 3600 });
    world.list.set(5, 'revoked');
    world.clock.advance(59_000);
    await world.publish();
    expect(await read({ cache, maxAgeSeconds: 3600 })).toMatchObject({ status: 'valid' });
    expect(await read({ cache })).toMatchObject({ status: 'revoked' });
    world.clock.advance(61_000);
    await read({ cache, maxAgeSeconds: 3600 });
    expect(world.requested).toHaveLength(3);
  });

  it('is not replaced by an older one', async () => {
    const cache = new StatusListCache();
    const old = await world.publish();
    world.clock.advance(10_000);
    world.list.set(5, 'revoked');
    await world.publish();
    await read({ cache });
    world.sources.set(world.listUri, () => new Response(old));
    expect(await read({ cache })).toMatchObject({ outcome: 'undetermined', reason: 'STATUS_LIST_OLDER' });
  });

  it('does not count when its key is the issuer’s no more', async () => {
    const cache = new StatusListCache();
    await read({ cache, maxAgeSeconds: 60 });
    const without = new TrustedIssuer({ ...issuer.entry, keys: issuer.entry.keys.slice(0, 1) });
    expect(await read({ cache, maxAgeSeconds: 60, as: without })).toMatchObject({ reason: 'KEY_UNKNOWN' });
  });
});
