import type { JWK } from 'jose';
import { CredentialFault } from '../report/fault.js';
import { thumbprint } from '../key/thumbprint.js';
import { type IssuerEntry, type KeyEntry, keyPurposes, type TrustListContent } from './trust-list-content.js';

/** Reads a trust list's content out of unknown JSON, field by field. @throws CredentialFault TRUST_LIST_MALFORMED */
export function readContent(value: unknown): TrustListContent {
  const list = record(value, 'trust list');
  const { version } = list;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) throw malformed('version');
  const content = { version, issuedAt: instant(list, 'issuedAt'), issuers: array(list, 'issuers').map(readIssuer) };
  return list.nextUpdate === undefined ? content : { ...content, nextUpdate: instant(list, 'nextUpdate') };
}

function readIssuer(value: unknown): IssuerEntry {
  const issuer = record(value, 'issuer');
  return {
    authority: text(issuer, 'authority'),
    uri: text(issuer, 'uri'),
    name: text(issuer, 'name'),
    division: text(issuer, 'division'),
    level: text(issuer, 'level'),
    types: texts(issuer, 'types'),
    statusLists: texts(issuer, 'statusLists').map(readPrefix),
    keys: array(issuer, 'keys').map(readKey),
  };
}

function readKey(value: unknown): KeyEntry {
  const key = record(value, 'key');
  const purposes = texts(key, 'purposes').map((word) => {
    const purpose = keyPurposes.find((each) => each === word);
    if (purpose === undefined) throw malformed('purposes');
    return purpose;
  });
  const entry = { kid: text(key, 'kid'), jwk: readJwk(key.jwk), purposes, validFrom: instant(key, 'validFrom') };
  if (thumbprint(entry.jwk) !== entry.kid) throw malformed('kid');
  return key.validUntil === undefined ? entry : { ...entry, validUntil: instant(key, 'validUntil') };
}

function readJwk(value: unknown): JWK {
  const jwk = record(value, 'jwk');
  if (jwk.kty !== 'EC' || jwk.crv !== 'P-256' || Object.hasOwn(jwk, 'd')) throw malformed('jwk');
  return { kty: 'EC', crv: 'P-256', x: text(jwk, 'x'), y: text(jwk, 'y') };
}

/** A prefix is a plain http(s) URL in its normal spelling that ends in `/`, so that `startsWith` means "lies under". */
function readPrefix(prefix: string): string {
  if (!isPlainUrl(prefix) || !prefix.endsWith('/')) throw malformed('statusLists');
  return prefix;
}

/** An http(s) URL in its normal spelling, without credentials, query or fragment. */
export function isPlainUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && !/[?#]/.test(address);
  return plain && url.href === address && (url.protocol === 'https:' || url.protocol === 'http:');
}

type Fields = Readonly<Record<string, unknown>>;

function record(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(what);
  return value as Fields;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw malformed(name);
  return value;
}

function instant(fields: Fields, name: string): string {
  const value = text(fields, name);
  if (!/^\d{4}-\d\d-\d\dT/.test(value) || Number.isNaN(Date.parse(value))) throw malformed(name);
  return value;
}

function array(fields: Fields, name: string): unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw malformed(name);
  return value;
}

function texts(fields: Fields, name: string): string[] {
  const values = array(fields, name);
  return values.map((value) => {
    if (typeof value !== 'string' || value === '') throw malformed(name);
    return value;
  });
}

function malformed(where: string): CredentialFault {
  return new CredentialFault('TRUST_LIST_MALFORMED', where);
}
