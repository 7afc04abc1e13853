import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  certificateTypeUri,
  generateIssuerKey,
  importIssuerKey,
  issueCredential,
  type IssuerKey,
  issueStatusListToken,
  type KeyEntry,
  StatusList,
  TrustList,
} from '#libs/credential';
import { createCertificateIdentifier, FixedClock, KuashiError, SystemRandom } from '#libs/kernel';
import { testContext, testReference } from '../testing/test-reference.js';
import type { PublishedTrustList } from '../trust/index.js';
import { VerifyPresentedCredential } from './verify-presented-credential.js';

const authority = '11430299MXG0000182';
const uri = `http://127.0.0.1:4200/issuers/${authority}`;
const clock = new FixedClock('2026-03-02T02:00:00Z');

describe('the verification of a credential at the registry', () => {
  const list = new StatusList(64);
  let server: Server;
  let base: string;
  let key: IssuerKey;
  let trusted: TrustList | undefined;

  beforeEach(async () => {
    const { kid, publicJwk, privateJwk } = await generateIssuerKey();
    key = await importIssuerKey({ uri, privateJwk });
    server = createServer((_, response) => {
      const publication = { uri: `${base}/status-lists/1`, key, ttlSeconds: 60, lifetimeSeconds: 600 };
      void issueStatusListToken(list, publication, { clock }).then((token) => response.end(token));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const entry: KeyEntry = {
      kid,
      jwk: publicJwk,
      purposes: ['credential', 'status'],
      validFrom: '2026-03-01T00:00:00Z',
    };
    const facts = { authority, uri, name: '株洲市公安局', division: '430200', level: 'municipal' };
    const issuer = { ...facts, types: ['household-register'], statusLists: [`${base}/status-lists/`], keys: [entry] };
    trusted = new TrustList({ version: 1, issuedAt: '2026-03-01T00:00:00Z', issuers: [issuer] });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const verify = (credential: string) => {
    const source = {
      list: async () => {
        if (!trusted) throw new KuashiError('NOT_FOUND');
        return trusted;
      },
    } as unknown as PublishedTrustList;
    return new VerifyPresentedCredential(source, testContext(clock), testReference()).execute(credential);
  };
  const issue = (type = 'household-register', index = 3) => {
    const typeCode = '11430099MXG000018P001';
    const identifier = createCertificateIdentifier({
      typeCode,
      issuer: authority,
      serial: '20260001',
      version: 1,
    }).value;
    return issueCredential(
      {
        ...{ issuer: key, vct: certificateTypeUri(testContext(clock).url, type), identifier },
        ...{
          claims: { holder_name: '林一' },
          disclosable: ['holder_name'],
          validFrom: new Date('2026-03-01T00:00:00Z'),
        },
        status: { uri: `${base}/status-lists/1`, index },
      },
      { clock, random: new SystemRandom() },
    );
  };
  const failing = async (credential: string) =>
    (await verify(credential)).checks.filter(({ result, reason }) => result !== 'passed' && reason !== 'NOT_REACHED');

  it('finds a good one valid and shows its content', async () => {
    expect(await verify(await issue())).toMatchObject({
      outcome: 'valid',
      type: 'household-register',
      issuer: { authority, division: '430200' },
      claims: { holder_name: '林一' },
    });
  });

  it('sees a revocation at once', async () => {
    const credential = await issue();
    expect((await verify(credential)).outcome).toBe('valid');
    list.set(3, 'revoked');
    expect(await failing(credential)).toMatchObject([{ name: 'status', result: 'failed', reason: 'REVOKED' }]);
    list.set(3, 'valid');
  });

  it('does not take a silent source for valid or for revoked', async () => {
    const credential = await issue();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    expect(await verify(credential)).toMatchObject({ outcome: 'undetermined' });
  });

  it('refuses unknown types, unknown issuers and what is no credential, without an error', async () => {
    expect(await failing(await issue('unknown'))).toMatchObject([{ name: 'type', reason: 'TYPE_UNKNOWN' }]);
    expect((await failing('nonsense'))[0]).toMatchObject({ name: 'format', result: 'failed' });
    const credential = await issue();
    trusted = undefined;
    expect((await failing(credential))[0]).toMatchObject({ name: 'issuer', reason: 'KEY_UNKNOWN' });
  });
});
