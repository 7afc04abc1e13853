import { createHash, randomUUID } from 'node:crypto';
import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { lin } from '../../testing/certificate-world.js';
import type { IssuerWorld } from './issuer-world.js';

/** A key pair of a wallet. */
export interface TestKey {
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** What an endpoint answered. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function newKey(alg = 'ES256'): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, privateKey, jwk: await exportJWK(publicKey) };
}

/** How a key proof differs from a good one. */
export interface ProofChanges {
  readonly claims?: JWTPayload;
  readonly header?: Record<string, unknown>;
}

/** A wallet of the specs: makes everything by hand, so that everything can be wrong. */
export class TestWallet {
  constructor(private readonly world: IssuerWorld) {}

  /** Seconds of the world's clock. */
  get now(): number {
    return Math.floor(this.world.clock.now().getTime() / 1000);
  }

  /** A token for the household register, by scope. */
  token(claims: JWTPayload = {}, header: { typ?: string; key?: CryptoKey } = {}): Promise<string> {
    const { url: aud } = this.world;
    const usual = { aud, iat: this.now, exp: this.now + 600, holder: lin, scope: '430200.household-register' };
    return this.world.server.token({ ...usual, ...claims }, header);
  }

  /** A token that names certificates. */
  tokenFor(identifiers: readonly string[], configuration = 'household-register'): Promise<string> {
    const names = { credential_configuration_id: configuration, credential_identifiers: [...identifiers] };
    return this.token({ scope: '', authorization_details: [{ type: 'openid_credential', ...names }] });
  }

  async nonce(): Promise<string> {
    const { body } = await this.post('/openid4vci/nonce', undefined, {});
    return body.c_nonce as string;
  }

  /** A key proof that holds, or one that does not. */
  async proof(nonce: string, key?: TestKey, { claims = {}, header = {} }: ProofChanges = {}): Promise<string> {
    const { alg, privateKey, jwk } = key ?? (await newKey());
    return new SignJWT({ aud: this.world.url, iat: this.now, nonce, ...claims })
      .setProtectedHeader({ alg, typ: 'openid4vci-proof+jwt', jwk, ...header })
      .sign(privateKey);
  }

  async dpop(path: string, token: string, key: TestKey, { claims = {}, header = {} }: ProofChanges = {}) {
    const ath = createHash('sha256').update(token).digest('base64url');
    const usual = { htm: 'POST', htu: `${this.world.url}${path}`, ath, iat: this.now, jti: randomUUID() };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: key.alg, typ: 'dpop+jwt', jwk: key.jwk, ...header })
      .sign(key.privateKey);
  }

  /** A token bound to a key. */
  async boundToken(key: TestKey): Promise<string> {
    return this.token({ cnf: { jkt: await calculateJwkThumbprint(key.jwk) } });
  }

  /** Asks for a credential with a bearer token. */
  credential(token: string, body: object): Promise<TestAnswer> {
    return this.post('/openid4vci/credential', body, { authorization: `Bearer ${token}` });
  }

  /** Posts JSON, or text as `application/jwt`. */
  async post(path: string, body: unknown, headers: Record<string, string>): Promise<TestAnswer> {
    const type = typeof body === 'string' ? 'application/jwt' : 'application/json';
    const answer = await fetch(`${this.world.url}${path}`, {
      method: 'POST',
      headers: { ...headers, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json') && text !== '';
    const answered = json ? (JSON.parse(text) as TestAnswer['body']) : { text };
    return { status: answer.status, headers: answer.headers, body: answered };
  }
}
