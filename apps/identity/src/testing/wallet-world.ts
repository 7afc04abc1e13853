import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OffsetClock, holderOf, SystemClock, type DivisionCode, type Holder } from '#libs/kernel';
import { directoryTyp, readSettings, type DirectoryDocument, type RunningProgram } from '#libs/platform';
import { CompactSign, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { PersonaDirectory, type Person } from '../persona/index.js';
import { identitySettings } from '../settings.js';
import { startIdentity } from '../start-identity.js';

const holderKey = new Uint8Array(32).fill(7);
const person = (id: string, number?: string): Person => ({
  persona: {
    id,
    name: `测试${id}`,
    kind: number === undefined ? 'staff' : 'citizen',
    division: '430104' as DivisionCode,
    roles: [number === undefined ? 'window-clerk' : 'citizen'],
    ...(number === undefined ? {} : { holderIdType: '111', holderIdNumber: number }),
  },
  cityName: '长沙市',
});
const numbers = { alice: '430199199001010018', bob: '430199199001010026' };

/** The holders of the world's two citizens. */
export const holders: Readonly<Record<keyof typeof numbers, Holder>> = {
  alice: holderOf(holderKey, '111', numbers.alice),
  bob: holderOf(holderKey, '111', numbers.bob),
};

/** A started login with what it asks others: a stand-in for registry and nodes on loopback. */
export interface WalletWorld {
  readonly identity: RunningProgram;
  readonly clock: OffsetClock;
  /** Addresses of two credential issuers, 430100 and 430600. */
  readonly issuers: readonly [string, string];
  /** Signs an order of node 430100; claims and header may be changed. */
  order(claims?: JWTPayload, header?: Record<string, unknown>, key?: CryptoKey): Promise<string>;
  /** Orders an offer and answers what the node is answered. */
  offer(claims?: JWTPayload): Promise<OfferAnswer>;
  close(): Promise<void>;
}

/** What a node is answered. */
export interface OfferAnswer {
  readonly 'pre-authorized_code': string;
  readonly tx_code?: string;
  readonly issuer_state: string;
  readonly expires_in: number;
}

/** Starts the world. */
export async function startWalletWorld(): Promise<WalletWorld> {
  const stateDir = await mkdtemp(join(tmpdir(), 'kuashi-wallet-world-'));
  const clock = new OffsetClock(new SystemClock());
  const province = await generateKeyPair('ES256');
  const node = await generateKeyPair('ES256');
  const issuers = [await startIssuer('430100'), await startIssuer('430600')] as const;
  const urls = [urlOf(issuers[0]), urlOf(issuers[1])] as const;
  const keys = [{ ...(await exportJWK(node.publicKey)), kid: 'node-1', alg: 'ES256' }];
  const directory = {
    iss: '430000',
    iat: 1,
    registry: { url: '' },
    nodes: ['430100', '430600'].map((division, index) => ({
      division: division as DivisionCode,
      kind: 'city' as const,
      name: { zhHans: '市', zhHant: '市', en: 'City' },
      url: urls[index] ?? '',
      divisions: ['430104' as DivisionCode],
      keys,
    })),
  } satisfies DirectoryDocument;
  const signed = await new CompactSign(Buffer.from(JSON.stringify(directory)))
    .setProtectedHeader({ alg: 'ES256', typ: directoryTyp })
    .sign(province.privateKey);
  const registry = await listen(createServer((_request, response) => response.end(signed)));
  const anchor = join(stateDir, 'anchor.json');
  await writeFile(anchor, JSON.stringify({ ...(await exportJWK(province.publicKey)), alg: 'ES256' }));
  const port = await freePort();
  const issuerUrl = `http://127.0.0.1:${port}`;
  const settings = readSettings(identitySettings, {
    KUASHI_MODE: 'sandbox',
    KUASHI_PORT: String(port),
    KUASHI_ISSUER_URL: issuerUrl,
    KUASHI_STATE_DIR: stateDir,
    KUASHI_HOLDER_KEY: '/nowhere',
    KUASHI_REGISTRY_URL: urlOf(registry),
    KUASHI_TRUST_ANCHOR: anchor,
    KUASHI_WALLET_CLIENTS: '{"other-wallet":["https://wallet.test/callback"]}',
    KUASHI_LOG_LEVEL: 'silent',
  });
  const people = [person('alice', numbers.alice), person('bob', numbers.bob), person('clerk')];
  const identity = await startIdentity(settings, new PersonaDirectory(holderKey, () => people), clock);
  const order: WalletWorld['order'] = (claims, header, key = node.privateKey) =>
    signOrder({ issuerUrl, issuer: urls[0], now: clock.now() }, key, claims, header);
  return {
    identity,
    clock,
    issuers: urls,
    order,
    offer: async (claims) => {
      const answer = await postOffer(identity.url, await order(claims));
      if (answer.status !== 201) throw new Error(await answer.text());
      return (await answer.json()) as OfferAnswer;
    },
    close: async () => {
      await identity.close();
      for (const server of [...issuers, registry]) server.closeAllConnections();
      await Promise.all([...issuers, registry].map((server) => new Promise((closed) => server.close(closed))));
      await rm(stateDir, { recursive: true });
    },
  };
}

/** Sends an order as a node does. */
export function postOffer(url: string, body: string, contentType = 'application/jwt'): Promise<Response> {
  return fetch(`${url}/credential-offers`, { method: 'POST', body, headers: { 'content-type': contentType } });
}

async function signOrder(
  { issuerUrl, issuer, now }: { issuerUrl: string; issuer: string; now: Date },
  key: CryptoKey,
  claims: JWTPayload = {},
  header: Record<string, unknown> = {},
): Promise<string> {
  const iat = Math.floor(now.getTime() / 1000);
  const payload = {
    iss: '430100',
    aud: issuerUrl,
    iat,
    exp: iat + 60,
    jti: crypto.randomUUID(),
    holder: holders.alice,
    holder_kind: 'natural-person',
    credential_issuer: issuer,
    authorization_details: [
      {
        type: 'openid_credential',
        credential_configuration_id: 'household-register',
        credential_identifiers: ['cert_1'],
      },
    ],
    tx_code: false,
    lifetime: 300,
    ...claims,
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', typ: 'kuashi-credential-offer+jwt', kid: 'node-1', ...header })
    .sign(key);
}

async function startIssuer(division: string): Promise<Server> {
  const server = await listen(createServer());
  const configurations = Object.fromEntries(
    ['household-register', 'marriage-certificate'].map((key) => [
      key,
      {
        format: 'dc+sd-jwt',
        scope: `${division}.${key}`,
        credential_metadata: { display: [{ name: `证照 ${key}`, locale: 'zh-Hans' }] },
      },
    ]),
  );
  const metadata = { credential_issuer: urlOf(server), credential_configurations_supported: configurations };
  server.on('request', (request, response) => {
    if (request.url !== '/.well-known/openid-credential-issuer') response.statusCode = 404;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(metadata));
  });
  return server;
}

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function freePort(): Promise<number> {
  const server = await listen(createServer());
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
