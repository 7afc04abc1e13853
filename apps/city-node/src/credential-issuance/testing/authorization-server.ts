import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  calculateJwkThumbprint,
  type CryptoKey,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose';

/** What stands in for the authorization server: its keys by discovery, its codes for offers, and the tokens a spec wants. */
export class TestAuthorizationServer {
  /** Claims of the orders that nodes have sent. */
  readonly orders: JWTPayload[] = [];
  private readonly server = createServer((request, response) => void this.answer(request, response));
  private constructor(
    private readonly privateKey: CryptoKey,
    private readonly publicKey: CryptoKey,
  ) {}

  static async start(): Promise<TestAuthorizationServer> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const started = new TestAuthorizationServer(privateKey, publicKey);
    await new Promise<void>((listening) => started.server.listen(0, '127.0.0.1', listening));
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** An access token; `typ` and any claim may be another. */
  async token(claims: JWTPayload, { typ = 'at+jwt', key = this.privateKey } = {}): Promise<string> {
    const kid = await calculateJwkThumbprint(await exportJWK(this.publicKey));
    const whole = { iss: this.url, sub: 'spec', client_id: 'kuashi-wallet', ...claims };
    return new SignJWT(whole).setProtectedHeader({ alg: 'ES256', typ, kid }).sign(key);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') {
      send(200, { issuer: this.url, jwks_uri: `${this.url}/jwks` });
    } else if (request.url === '/jwks') {
      const jwk = await exportJWK(this.publicKey);
      send(200, { keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' }] });
    } else {
      const order = decodeJwt(Buffer.concat(parts).toString());
      this.orders.push(order);
      const codes = { 'pre-authorized_code': 'code-1', issuer_state: 'state-1', expires_in: order.lifetime };
      send(201, { ...codes, ...(order.tx_code === true && { tx_code: '493817' }) });
    }
  }
}
