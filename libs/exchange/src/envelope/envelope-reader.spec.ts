import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { FixedClock, parseDivisionCode } from '#libs/kernel';
import type { DirectoryNode } from '../directory.js';
import { EnvelopeReader } from './envelope-reader.js';
import { EnvelopeSigner } from './envelope-signer.js';
import { takeApart } from './strict-jws.js';

const now = new Date('2026-11-23T08:00:00Z');
const [changsha, zhuzhou] = ['430100', '430200'].map((code) => parseDivisionCode(code));
const newKey = async () => exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
const publicPart = ({ kty, crv, x, y }: JWK): JWK => ({ kty, crv, x, y });

const key = await newKey();
const strangersKey = await newKey();
const kid = await calculateJwkThumbprint(key);
const node: DirectoryNode = { division: '430100', url: 'http://127.0.0.1:1', keys: [publicPart(key)] };
const directory = { nodeOf: (division: string) => (division === '430100' || division === '430104' ? node : undefined) };

const reader = (clock = new FixedClock(now)) => new EnvelopeReader(zhuzhou!, directory, clock);
const signer = new EnvelopeSigner(changsha!, key, new FixedClock(now));
const address = { typ: 'kuashi-message+jwt', receiver: zhuzhou!, id: 'm1' } as const;

/** An envelope in which everything can be wrong. */
const forged = async (header: Record<string, unknown>, claims: Record<string, unknown>, by: JWK = key) =>
  new SignJWT({ iss: '430100', aud: '430200', jti: 'm1', iat: now.getTime() / 1000, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'kuashi-message+jwt', kid, ...header })
    .sign(await importJWK(by, 'ES256'));

const open = (jws: string) => reader().open(jws, 'kuashi-message+jwt');

describe('an envelope', () => {
  it('is opened by the node it is for', async () => {
    const envelope = await open(await signer.sign(address, { type: 'a' }));
    expect(envelope).toMatchObject({ sender: '430100', id: 'm1', claims: { type: 'a', aud: '430200' } });
  });

  it.each([
    ['of another kind', { typ: 'kuashi-receipt+jwt' }, {}, 'typ'],
    ['without a kind', { typ: undefined }, {}, 'typ'],
    ['that brings its own key', { jwk: publicPart(strangersKey) }, {}, 'header'],
    ['that names an address for keys', { jku: 'https://example.org/' }, {}, 'header'],
    ['for another node', {}, { aud: '430300' }, 'aud'],
    ['for several nodes', {}, { aud: ['430200', '430300'] }, 'aud'],
    ['for nobody', {}, { aud: undefined }, 'aud'],
    ['without an id', {}, { jti: undefined }, 'jti'],
    ['without a time', {}, { iat: undefined }, 'iat'],
    ['older than five minutes and the tolerance', {}, { iat: now.getTime() / 1000 - 361 }, 'iat'],
    ['from the future', {}, { iat: now.getTime() / 1000 + 61 }, 'iat'],
    ['expired', {}, { exp: now.getTime() / 1000 - 61 }, 'exp'],
    ['without a sender', {}, { iss: undefined }, 'iss'],
  ])('%s is refused', async (_name, header, claims, reason) => {
    await expect(open(await forged(header, claims))).rejects.toMatchObject({
      code: 'ENVELOPE_INVALID',
      params: { reason },
    });
  });

  it.each([
    ['a node that the directory does not know', { iss: '430300' }, {}],
    ["a county of a node's, for only the node signs", { iss: '430104' }, {}],
    ['a key that the directory does not list', {}, { kid: 'AAAA' }],
  ])('of %s has an unknown sender', async (_name, claims, header) => {
    await expect(open(await forged(header, claims))).rejects.toMatchObject({ code: 'SENDER_UNKNOWN' });
  });

  it("signed by a stranger under a node's name and key id is refused", async () => {
    await expect(open(await forged({}, {}, strangersKey))).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
  });

  it('cannot choose its algorithm', async () => {
    const jws = await signer.sign(address, {});
    const [, claims, signature] = jws.split('.');
    for (const alg of ['none', 'HS256', 'ES384', 'es256']) {
      const header = Buffer.from(JSON.stringify({ alg, typ: address.typ, kid })).toString('base64url');
      const refused = { code: 'ENVELOPE_INVALID', params: { reason: 'alg' } };
      await expect(open(`${header}.${claims}.${signature}`)).rejects.toMatchObject(refused);
      await expect(open(`${header}.${claims}.`)).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
    }
  });

  it('is refused after any change of a character, and in any other spelling', async () => {
    const jws = await signer.sign(address, { type: 'a' });
    const change = fc.tuple(fc.nat(jws.length - 1), fc.constantFrom(...'ABab01-_.= \n+/'));
    await fc.assert(
      fc.asyncProperty(change, async ([position, character]) => {
        fc.pre(jws[position] !== character);
        const changed = jws.slice(0, position) + character + jws.slice(position + 1);
        const code = await open(changed).catch((error: { code: string }) => error.code);
        expect(['ENVELOPE_INVALID', 'SENDER_UNKNOWN']).toContain(code);
      }),
    );
    for (const other of [`${jws}=`, ` ${jws}`, `${jws}\n`, `${jws}.`, '', 'a.b.c', '..'])
      await expect(open(other)).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
  });

  it('is refused, never a crash, whatever the text is', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 3, maxLength: 3 }), (parts) => {
        const jws = parts.map((part) => Buffer.from(part).toString('base64url')).join('.');
        expect(() => takeApart(jws, 'kuashi-message+jwt')).toThrow(/did not pass verification/);
      }),
    );
  });
});
