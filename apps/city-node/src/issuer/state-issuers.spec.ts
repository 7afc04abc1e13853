import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compactVerify, importJWK, type JWK } from 'jose';
import { generateIssuerKey } from '#libs/credential';
import { FixedClock, SystemRandom } from '#libs/kernel';
import { ProgramLog, ReadinessChecks } from '#libs/platform';
import { NodeContext } from '../node-context/index.js';
import { zhuzhou } from '../testing/test-catalogue.js';
import type { AuthorityKey } from './authority-key.entity.js';
import type { IssuerKeys } from './issuer-keys.js';
import { StateIssuers } from './state-issuers.js';

describe('the node’s issuer statement', () => {
  let registry: Server;
  let refusals: number;
  let received: string[];
  let nodeKey: { privateJwk: JWK; publicJwk: JWK };
  let readiness: ReadinessChecks;
  let state: StateIssuers;
  let accepted: string[];

  beforeEach(async () => {
    received = [];
    accepted = [];
    registry = createServer((request, response) => {
      void request.toArray().then((parts: Buffer[]) => {
        received.push(Buffer.concat(parts).toString('utf8'));
        response.writeHead(refusals-- > 0 ? 503 : 200).end('{}');
      });
    });
    await new Promise<void>((listening) => registry.listen(0, '127.0.0.1', listening));
    nodeKey = await generateIssuerKey();
    const { kid, publicJwk: publicKey } = await generateIssuerKey();
    const status = await generateIssuerKey();
    const validFrom = new Date('2026-03-01T00:00:00Z');
    const rows = [
      { kid, authority: '11430299MXG0000182', purpose: 'credential', publicKey, validFrom, validUntil: null },
      {
        ...{ kid: status.kid, publicKey: status.publicJwk, authority: null },
        purpose: 'status',
        validFrom,
        validUntil: null,
      },
    ] as AuthorityKey[];
    const facts = { division: zhuzhou, mode: 'sandbox', url: 'http://127.0.0.1:4200', registryUrl: '' } as const;
    const clock = new FixedClock('2026-03-02T02:00:00Z');
    const node = new NodeContext({ ...facts, clock, random: new SystemRandom(), holderKey: new Uint8Array(32) });
    const registryUrl = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
    readiness = new ReadinessChecks();
    const keys = {
      all: () => rows,
      stated: async (kids: readonly string[]) => void accepted.push(...kids),
    } as unknown as IssuerKeys;
    const log = new ProgramLog('spec', 'silent');
    state = new StateIssuers({ registryUrl, nodeKey: nodeKey.privateJwk }, node, keys, log, readiness);
  });
  afterEach(() => {
    state.stop();
    registry.close();
  });

  it('names each authority with its keys and the node’s status key, signed by the node', async () => {
    refusals = 0;
    await state.start();
    const key = await importJWK(nodeKey.publicJwk, 'ES256');
    const { payload, protectedHeader } = await compactVerify(received[0] ?? '', key);
    expect(protectedHeader.typ).toBe('kuashi-issuer-statement+jwt');
    const claims = JSON.parse(new TextDecoder().decode(payload)) as { iss: string; issuers: object[] };
    expect(claims).toMatchObject({
      iss: zhuzhou,
      issuers: [
        {
          authority: '11430299MXG0000182',
          statusLists: ['http://127.0.0.1:4200/status-lists/'],
          keys: [{ purposes: ['credential'] }, { purposes: ['status'] }],
        },
      ],
    });
    expect(JSON.stringify(claims)).not.toContain('"d"');
    expect(accepted).toHaveLength(2);
  });

  it('is repeated until the registry accepts it; until then the node is not ready', async () => {
    refusals = 2;
    await state.start();
    expect(await readiness.faults()).toHaveProperty('issuers');
    expect(accepted).toEqual([]);
    while (Object.keys(await readiness.faults()).length > 0) await new Promise((next) => setTimeout(next, 20));
    expect(received.length).toBe(3);
    expect(accepted).toHaveLength(2);
  });

  it('is made again when keys change, one at a time', async () => {
    refusals = 1;
    await Promise.all([state.start(), state.start(), state.start()]);
    expect(await readiness.faults()).toEqual({});
    await new Promise((next) => setTimeout(next, 400));
    expect(received.length).toBe(3);
  });
});
