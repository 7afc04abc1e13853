import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { CompactSign, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { accessTokenAudience, directoryTyp, type DirectoryNode } from '#libs/platform';
import { divisions } from './cities.js';

/** Where a city's backend listens. */
export type Ports = readonly number[];

/** What the product needs around it: a registry that publishes signed node directories, and a login. */
export interface Province {
  /** Address of the registry whose directory names the first `cities` backends. */
  registryUrl(cities: number): string;
  readonly issuerUrl: string;
  /** Public key of the directory's signature. */
  readonly anchor: JWK;
  /** An access token, as the login would issue it to the caller of this number. */
  token(caller: number): Promise<string>;
  close(): void;
}

interface Pair {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Starts the province over these backends. */
export async function startProvince(ports: Ports): Promise<Province> {
  const [directoryKey, loginKey] = [await makePair(), await makePair()];
  const pages = new Map<string, string>();
  const server = createServer(({ url = '' }, response) => {
    const page = pages.get(url);
    response.writeHead(page === undefined ? 404 : 200, { etag: '"1"' }).end(page);
  });
  const url = await listen(server);
  pages.set('/.well-known/openid-configuration', JSON.stringify({ issuer: url, jwks_uri: `${url}/jwks` }));
  pages.set('/jwks', JSON.stringify({ keys: [{ ...loginKey.publicJwk, kid: 'login', alg: 'ES256', use: 'sig' }] }));
  for (let cities = 1; cities <= ports.length; cities += 1) {
    pages.set(`/${cities}/directory`, await directoryOf(ports.slice(0, cities), url, directoryKey.privateKey));
  }
  return {
    registryUrl: (cities) => `${url}/${cities}`,
    issuerUrl: url,
    anchor: directoryKey.publicJwk,
    token: (caller) => tokenOf(caller, url, loginKey.privateKey),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function makePair(): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { privateKey, publicJwk: await exportJWK(publicKey) };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function directoryOf(ports: Ports, registry: string, key: CryptoKey): Promise<string> {
  const codes = divisions(ports.length);
  const nodes = ports.map((port, place) => nodeOf(codes[place] ?? '', port));
  const claims = { iss: '430000', iat: 1, nodes, registry: { url: registry } };
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: directoryTyp })
    .sign(key);
}

function nodeOf(division: string, port: number): DirectoryNode {
  const name = { zhHans: `城市${division}`, zhHant: `城市${division}`, en: `City ${division}` };
  const url = `http://127.0.0.1:${port}`;
  return { division: division as DirectoryNode['division'], kind: 'city', name, url, divisions: [], keys: [] };
}

function tokenOf(caller: number, issuer: string, key: CryptoKey): Promise<string> {
  return new SignJWT({ client_id: 'citizen-app', roles: ['citizen'], holder: `holder-${caller}` })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'login' })
    .setIssuer(issuer)
    .setAudience(accessTokenAudience)
    .setSubject(`caller-${caller}`)
    .setIssuedAt()
    .setExpirationTime('2h')
    .setJti(`token-${caller}`)
    .sign(key);
}
