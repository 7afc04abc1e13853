import { beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { generateKeyPair, SignJWT, type CryptoKey, type JWTVerifyGetKey } from 'jose';
import { FixedClock } from '#libs/kernel';
import { CallerAuthentication } from './caller-authentication.js';
import { anonymous } from './caller.js';

const issuer = 'http://issuer.test';
let pair: { privateKey: CryptoKey; publicKey: CryptoKey };
let clock: FixedClock;
let authentication: CallerAuthentication;
/** Asked once for each signature that is verified. */
const keys = jest.fn<JWTVerifyGetKey>();

beforeAll(async () => {
  pair = await generateKeyPair('ES256');
});

beforeEach(() => {
  clock = new FixedClock(new Date('2026-01-01T00:00:00Z'));
  keys.mockReset().mockImplementation(() => Promise.resolve(pair.publicKey));
  authentication = new CallerAuthentication({ issuer, clock, keys });
});

async function bearerOf(subject: string, seconds = 60): Promise<string> {
  const now = clock.now().getTime() / 1000;
  const claims = { iss: issuer, aud: 'kuashi', sub: subject, client_id: 'c', iat: now, exp: now + seconds };
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' });
  return `Bearer ${await token.sign(pair.privateKey)}`;
}

it('nobody is known without a token', async () => {
  expect(authentication.known(undefined)?.caller).toBe(anonymous);
  expect((await authentication.authenticate('')).caller).toBe(anonymous);
});

it('a token is verified once, and known from then on', async () => {
  const bearer = await bearerOf('s-1');
  expect(authentication.known(bearer)).toBeUndefined();
  const { caller } = await authentication.authenticate(bearer);
  expect(caller.subject).toBe('s-1');
  expect(authentication.known(bearer)?.caller).toBe(caller);
  await authentication.authenticate(bearer);
  expect(keys).toHaveBeenCalledTimes(1);
});

it('with the signature of a known token another payload is as unknown as ever', async () => {
  const [known, other] = [await bearerOf('s-1'), await bearerOf('s-2')];
  await authentication.authenticate(known);
  const [head, , signature] = known.split('.');
  const forged = [head, other.split('.')[1], signature].join('.');
  expect(authentication.known(forged)).toBeUndefined();
  await expect(authentication.authenticate(forged)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  expect(authentication.known(known)?.caller.subject).toBe('s-1');
});

it('a known token expires as any other, and is forgotten', async () => {
  const bearer = await bearerOf('s-1', 30);
  await authentication.authenticate(bearer);
  clock.advance(30_000);
  expect(() => authentication.known(bearer)).toThrow(expect.objectContaining({ code: 'TOKEN_EXPIRED' }));
  expect(authentication.known(bearer)).toBeUndefined();
  await expect(authentication.authenticate(bearer)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
});

it('keys that cannot be had say nothing about a token', async () => {
  keys.mockImplementation(() => Promise.reject(new Error('no connection')));
  await expect(authentication.authenticate(await bearerOf('s-1'))).rejects.toMatchObject({ code: 'LOGIN_UNREACHABLE' });
});
