import type { Clock } from '#libs/kernel';
import { inflateSync } from 'node:zlib';
import { decodeBase64url } from '../encoding/base64url.js';
import { faultOfHeader } from '../jws/check-header.js';
import { parseJws, type ParsedJws } from '../jws/parse-jws.js';
import { hasSignatureOf } from '../jws/verify-jws.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import type { TrustedIssuer } from '../trust/trusted-issuer.js';
import { statusListType } from './issue-status-list-token.js';
import { StatusList } from './status-list.js';

/** A status list whose token was verified. */
export interface OpenStatusList {
  readonly list: StatusList;
  /** The key that signed it: must still be the issuer's at each use. */
  readonly kid: string;
  readonly issuedAt: Date;
  /** Not to be used from this instant on. */
  readonly expiresAt: Date | undefined;
  readonly ttlSeconds: number;
}

const mostBytes = 4 * 1024 * 1024;
/** A list of 2^20 entries is unpacked in one piece. */
const chunkSize = 2 ** 18 + 64;
const leewayMs = 60_000;

/**
 * Verifies a status list token for an address: typ and algorithm pinned, signed by a status key of the issuer within
 * the key's period, `sub` the address, two bits an entry, of bounded size. Expiry is judged at each use.
 * @throws CredentialFault STATUS_LIST_MALFORMED, STATUS_LIST_SIGNATURE_WRONG, STATUS_LIST_TOO_LARGE, …
 */
export async function openStatusListToken(
  token: string,
  uri: string,
  issuer: TrustedIssuer,
  sources: { readonly clock: Clock },
): Promise<OpenStatusList> {
  const jws = parseJws(token);
  const fault = faultOfHeader(jws.header, statusListType, ['ES256']);
  if (fault) throw fault;
  const { sub, exp, ttl } = jws.payload;
  const issuedAt = instant(jws.payload, 'iat');
  const kid = await verifySignature(jws, issuer, issuedAt);
  if (sub !== uri) throw new CredentialFault('STATUS_LIST_MALFORMED', 'sub');
  if (issuedAt.getTime() > sources.clock.now().getTime() + leewayMs) throw new CredentialFault('NOT_YET_VALID', uri);
  return {
    list: unpack(jws.payload),
    kid,
    issuedAt,
    expiresAt: exp === undefined ? undefined : instant(jws.payload, 'exp'),
    ttlSeconds: typeof ttl === 'number' && ttl > 0 ? ttl : 0,
  };
}

async function verifySignature(jws: ParsedJws, issuer: TrustedIssuer, issuedAt: Date): Promise<string> {
  const { kid } = jws.header;
  const key = typeof kid === 'string' ? issuer.key(kid) : undefined;
  if (typeof kid !== 'string' || key === undefined) throw new CredentialFault('KEY_UNKNOWN');
  if (!key.maySign('status')) throw new CredentialFault('KEY_PURPOSE_WRONG');
  if (!key.covers(issuedAt)) throw new CredentialFault('KEY_OUT_OF_PERIOD');
  if (!(await hasSignatureOf(jws, await key.publicKey(), 'ES256')))
    throw new CredentialFault('STATUS_LIST_SIGNATURE_WRONG');
  return kid;
}

function unpack(payload: JsonObject): StatusList {
  const claim = payload.status_list;
  if (!isJsonObject(claim) || claim.bits !== 2 || typeof claim.lst !== 'string') {
    throw new CredentialFault('STATUS_LIST_MALFORMED', 'status_list');
  }
  const packed = inflate(decodeBase64url(claim.lst));
  if (packed.length === 0) throw new CredentialFault('STATUS_LIST_MALFORMED', 'lst');
  return new StatusList(packed.length * 4, packed);
}

function inflate(compressed: Buffer): Buffer {
  try {
    return inflateSync(compressed, { maxOutputLength: mostBytes, chunkSize });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new CredentialFault(tooLarge ? 'STATUS_LIST_TOO_LARGE' : 'STATUS_LIST_MALFORMED', 'lst');
  }
}

function instant(payload: JsonObject, name: string): Date {
  const seconds = payload[name];
  if (typeof seconds !== 'number' || seconds < 0 || seconds > 1e11)
    throw new CredentialFault('STATUS_LIST_MALFORMED', name);
  return new Date(seconds * 1000);
}
