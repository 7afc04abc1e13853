import type { Clock } from '#libs/kernel';
import { importJWK, type CryptoKey, type JWK } from 'jose';
import { faultOfHeader } from '../jws/check-header.js';
import { parseJws, type ParsedJws } from '../jws/parse-jws.js';
import { signJws } from '../jws/sign-jws.js';
import { hasSignatureOf } from '../jws/verify-jws.js';
import type { IssuerKey } from '../key/keys.js';
import { CredentialFault } from '../report/fault.js';
import { parseTrustList, TrustList } from './trust-list.js';
import type { TrustListContent } from './trust-list-content.js';

/** The trust list's `typ`. */
export const trustListType = 'kuashi-trust-list+jwt';

/**
 * Signs a version of the trust list with the province's key (ES256).
 * @throws CredentialFault TRUST_LIST_MALFORMED: what no reader would accept is not signed
 */
export function signTrustList(content: TrustListContent, key: IssuerKey): Promise<string> {
  const checked = new TrustList(content).content;
  const iat = Math.floor(Date.parse(checked.issuedAt) / 1000);
  return signJws({ alg: 'ES256', typ: trustListType, kid: key.kid }, { iss: key.uri, iat, ...checked }, key.privateKey);
}

/** What a reader of a trust list relies on. */
export interface TrustListExpectations {
  /** The province's public key, known beforehand; the token's `kid` is not looked at. */
  readonly anchor: JWK;
  readonly clock: Clock;
  /** The version known already: an older one is refused. */
  readonly notOlderThan?: number;
}

/**
 * Verifies a trust list against the province's public key.
 * @throws CredentialFault TRUST_LIST_MALFORMED, TRUST_LIST_SIGNATURE_WRONG, TRUST_LIST_OLDER, NOT_YET_VALID
 */
export async function verifyTrustList(token: string, expected: TrustListExpectations): Promise<TrustList> {
  const jws = parse(token);
  const anchor = (await importJWK(expected.anchor, 'ES256')) as CryptoKey;
  if (!(await hasSignatureOf(jws, anchor, 'ES256'))) throw new CredentialFault('TRUST_LIST_SIGNATURE_WRONG');
  const list = parseTrustList(jws.payload);
  if (list.version < (expected.notOlderThan ?? 0)) throw new CredentialFault('TRUST_LIST_OLDER');
  if (Date.parse(list.content.issuedAt) > expected.clock.now().getTime() + 60_000) {
    throw new CredentialFault('NOT_YET_VALID', 'trust list');
  }
  return list;
}

function parse(token: string): ParsedJws {
  try {
    const jws = parseJws(token);
    const fault = faultOfHeader(jws.header, trustListType, ['ES256']);
    if (fault) throw fault;
    return jws;
  } catch (error) {
    throw new CredentialFault('TRUST_LIST_MALFORMED', error instanceof CredentialFault ? error.reason : undefined);
  }
}
