import { createHmac, createPrivateKey, sign, type JsonWebKey } from 'node:crypto';
import type { JWK } from 'jose';
import { encodeBase64url } from '../../encoding/base64url.js';
import type { JsonObject } from '../../json.js';
import { generateHolderKey, importHolderKey, type GeneratedKey } from '../../key/keys.js';
import { presentCredential } from '../../present/present-credential.js';
import { parseCredential } from '../../sd-jwt/parse-credential.js';
import type { CredentialWorld } from '../credential-world.js';

/** What a forgery changes of a genuine credential; text stands as it is, so nothing needs to be proper JSON. */
export interface Forgery {
  readonly header?: object | string;
  readonly payload?: object | string;
  /** Signs with this private key; the genuine issuer's unless given. */
  readonly key?: JWK;
  /** In place of a signature. */
  readonly signature?: string;
  readonly disclosures?: readonly string[];
}

export const audience = 'https://xiangtan.example';
export const nonce = 'n-1';

/** Makes forgeries of one genuine credential, signed where it takes a signature to get past the first check. */
export class Forger {
  private constructor(
    readonly world: CredentialWorld,
    readonly genuine: string,
    readonly holder: GeneratedKey,
    readonly attacker: GeneratedKey,
    /** Where the attacker listens: tokens that bring an address bring one of these. */
    readonly evil: string,
  ) {}

  static async create(world: CredentialWorld, evil = 'https://evil.example'): Promise<Forger> {
    const [holder, attacker] = await Promise.all([generateHolderKey('ES256'), generateHolderKey('ES256')]);
    return new Forger(world, await world.issue({ holderKey: holder.publicJwk }), holder, attacker, evil);
  }

  get header(): JsonObject {
    return parseCredential(this.genuine).issuerJwt.header;
  }

  get payload(): JsonObject {
    return parseCredential(this.genuine).issuerJwt.payload;
  }

  get disclosures(): string[] {
    return parseCredential(this.genuine).disclosures.map(({ encoded }) => encoded);
  }

  /** The genuine issuer's JWT, without disclosures. */
  get jwt(): string {
    return parseCredential(this.genuine).issuerJwt.compact;
  }

  forge(forgery: Forgery): string {
    const { header = this.header, payload = this.payload, disclosures = this.disclosures } = forgery;
    const input = `${encode(header)}.${encode(payload)}`;
    const signature = forgery.signature ?? signatureOf(input, forgery.key ?? this.world.zhuzhou.privateJwk);
    return `${[`${input}.${signature}`, ...disclosures].join('~')}~`;
  }

  /** The genuine content under changed claims (undefined removes one), properly signed. */
  withClaims(change: Record<string, unknown>): string {
    return this.forge({ payload: { ...this.payload, ...change } });
  }

  /** The genuine content under a changed header, properly signed with ES256. */
  withHeader(change: Record<string, unknown>, key?: JWK): string {
    return this.forge({ header: { ...this.header, ...change }, key });
  }

  /** A presentation bound to the audience and nonce that the verifier expects. */
  async bound(claims: string[] = [], change: { audience?: string; nonce?: string } = {}): Promise<string> {
    const key = await importHolderKey(this.holder.privateJwk);
    return presentCredential(this.genuine, { claims, binding: { audience, nonce, ...change, key } }, this.world);
  }

  /** A bound presentation whose KB-JWT is changed and signed anew by the holder (or the key given). */
  async rebound(change: { header?: object; payload?: object; key?: JWK }): Promise<string> {
    const parsed = parseCredential(await this.bound());
    const header = { ...parsed.keyBinding?.header, ...change.header };
    const input = `${encode(header)}.${encode({ ...parsed.keyBinding?.payload, ...change.payload })}`;
    return `${parsed.presented}${input}.${signatureOf(input, change.key ?? this.holder.privateJwk)}`;
  }

  /** Signs with HMAC, the secret being public: what a verifier would take that lets the token choose HS256. */
  hmac(secret: string): string {
    const input = `${encode({ ...this.header, alg: 'HS256' })}.${encode(this.payload)}`;
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}~`;
  }
}

export function encode(content: object | string): string {
  return encodeBase64url(typeof content === 'string' ? content : JSON.stringify(content));
}

export function signatureOf(input: string, privateJwk: JWK): string {
  const key = createPrivateKey({ key: privateJwk as JsonWebKey, format: 'jwk' });
  return sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

/** A hostile token and the objection that must be raised. */
export type HostileCase = readonly [
  name: string,
  objection: string,
  token: (forger: Forger) => string | Promise<string>,
];
