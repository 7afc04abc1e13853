import { beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, SeededRandom } from '#libs/kernel';
import type { Json, JsonObject } from '../json.js';
import { issueCredential } from './issue-credential.js';
import { presentCredential } from '../present/present-credential.js';
import { parseCredential } from '../sd-jwt/parse-credential.js';
import { createCredentialWorld, type CredentialWorld } from '../testing/credential-world.js';

let world: CredentialWorld;
beforeAll(async () => {
  world = await createCredentialWorld();
});

describe('issuing', () => {
  it('hides exactly the claims named, behind sorted digests and salts of 128 bits and more that never repeat', async () => {
    const { issuerJwt, disclosures } = parseCredential(await world.issue());
    expect(issuerJwt.header).toEqual({ alg: 'ES256', typ: 'dc+sd-jwt', kid: world.zhuzhou.key.kid });
    expect(disclosures.map(({ name }) => name)).toEqual(['name', 'address', 'members']);
    expect(new Set(disclosures.map(({ salt }) => salt)).size).toBe(3);
    expect(disclosures.every(({ salt }) => Buffer.from(salt, 'base64url').length >= 16)).toBe(true);
    const digests = issuerJwt.payload._sd as string[];
    expect(digests).toEqual([...digests].sort());
    expect(issuerJwt.payload).toMatchObject({ kind: '家庭户', _sd_alg: 'sha-256' });
    expect(issuerJwt.payload).not.toHaveProperty('name');
  });

  it('writes the technical claims as the standards name them', async () => {
    const { payload } = parseCredential(await world.issue()).issuerJwt;
    expect(payload).toMatchObject({
      iss: world.zhuzhou.key.uri,
      iat: 1772438400,
      nbf: 1767225600,
      exp: 1798761600,
      vct: world.vct,
      status: { status_list: { idx: 42, uri: world.listUri } },
    });
  });

  it('takes time and salts from outside only', async () => {
    const sources = () => ({ clock: new FixedClock('2026-03-02T08:00:00Z'), random: new SeededRandom(1) });
    const request = {
      issuer: world.zhuzhou.key,
      vct: world.vct,
      identifier: world.identifier,
      claims: { name: '张三' },
      disclosable: ['name'],
      validFrom: new Date(0),
      status: { uri: world.listUri, index: 0 },
    };
    const [one, other] = await Promise.all([issueCredential(request, sources()), issueCredential(request, sources())]);
    expect(parseCredential(one).disclosures).toEqual(parseCredential(other).disclosures);
  });

  it.each<[string, JsonObject, string[], string]>([
    ['a technical claim', { exp: 1 }, [], 'CLAIM_NAME_RESERVED'],
    ['the name _sd', { _sd: 'x' }, [], 'CLAIM_NAME_RESERVED'],
    ['the name ... deep down', { list: [{ '...': 'x' }] }, [], 'CLAIM_NAME_RESERVED'],
    ['a claim to hide that is not there', { a: 1 }, ['b'], 'CLAIM_UNKNOWN'],
    ['what no reader would follow', { a: JSON.parse('['.repeat(22) + ']'.repeat(22)) as Json }, [], 'JSON_TOO_DEEP'],
    ['a claim to hide twice', { a: 1 }, ['a', 'a'], 'CLAIM_REPEATED'],
  ])('refuses %s', async (_what, claims, disclosable, reason) => {
    await expect(world.issue({ claims, disclosable })).rejects.toMatchObject({ reason });
  });

  it('refuses an end before the beginning and an index that is none', async () => {
    await expect(world.issue({ validUntil: new Date(0) })).rejects.toMatchObject({
      reason: 'CLAIM_MISSING',
      detail: 'exp',
    });
    const status = { uri: world.listUri, index: -1 };
    await expect(world.issue({ status })).rejects.toMatchObject({ reason: 'CLAIM_MISSING', detail: 'status' });
  });
});

describe('the header', () => {
  it('carries the certificate chain of the key when there is one', async () => {
    const { header } = parseCredential(await world.issue({ certificateChain: ['MIIB', 'MIIC'] })).issuerJwt;
    expect(header.x5c).toEqual(['MIIB', 'MIIC']);
    expect(await world.verify(await world.issue({ certificateChain: ['MIIB'] }))).toMatchObject({ outcome: 'valid' });
  });
});

describe('presenting', () => {
  it('refuses a claim that the credential does not have', async () => {
    const request = { claims: ['salary'] };
    await expect(presentCredential(await world.issue(), request, world)).rejects.toMatchObject({
      reason: 'CLAIM_UNKNOWN',
    });
  });

  it('does not take up what it cannot place', async () => {
    const broken = `${await world.issue()}WyJzIiwieCIsMV0~`;
    await expect(presentCredential(broken, { claims: [] }, world)).rejects.toMatchObject({
      reason: 'DISCLOSURE_UNREFERENCED',
    });
  });
});
