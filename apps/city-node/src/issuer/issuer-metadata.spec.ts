import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateIssuerKey } from '#libs/credential';
import type { NodeContext } from '../node-context/index.js';
import type { AuthorityKey } from './authority-key.entity.js';
import type { IssuerKeys } from './issuer-keys.js';
import { IssuerMetadata } from './issuer-metadata.js';
import { X509Chains } from './x509-chains.js';

const authority = '11430299MXG0000182';
const url = 'http://127.0.0.1:4200';

describe('issuer metadata', () => {
  let registry: Server;
  let asked: string[];
  let answer: () => { status: number; body: string };
  let chains: X509Chains;
  let metadata: IssuerMetadata;
  let key: AuthorityKey;

  beforeEach(async () => {
    asked = [];
    registry = createServer((request, response) => {
      asked.push(request.url ?? '');
      const { status, body } = answer();
      response.writeHead(status).end(body);
    });
    await new Promise<void>((listening) => registry.listen(0, '127.0.0.1', listening));
    chains = new X509Chains(`http://127.0.0.1:${(registry.address() as AddressInfo).port}`);
    const { kid, publicJwk: publicKey } = await generateIssuerKey();
    key = { kid, publicKey, authority, purpose: 'credential' } as AuthorityKey;
    const status = { ...key, kid: 'status', authority: null, purpose: 'status' };
    const keys = { all: () => [status, key] } as unknown as IssuerKeys;
    metadata = new IssuerMetadata(keys, chains, { url } as NodeContext);
  });
  afterEach(() => {
    registry.close();
  });

  it('names the issuer as its credentials do, with its credential keys and no others', async () => {
    answer = () => ({ status: 404, body: '{}' });
    const { x, y } = key.publicKey;
    expect(await metadata.of(authority)).toEqual({
      issuer: `${url}/issuers/${authority}`,
      jwks: { keys: [{ kty: 'EC', crv: 'P-256', x, y, kid: key.kid, use: 'sig', alg: 'ES256' }] },
    });
  });

  it('is not there for authorities without keys here', async () => {
    await expect(metadata.of('11430399MXG0000187')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes no chain of another key, and asks again after a failure', async () => {
    answer = () => ({ status: 200, body: JSON.stringify({ x5c: ['AAAA'] }) });
    await expect(chains.of(key.kid)).rejects.toMatchObject({ code: 'NODE_ANSWER_INVALID' });
    answer = () => ({ status: 503, body: '' });
    await expect(chains.of(key.kid)).rejects.toMatchObject({ code: 'NODE_UNREACHABLE' });
    expect(asked).toEqual([`/x509/${key.kid}`, `/x509/${key.kid}`]);
  });
});
