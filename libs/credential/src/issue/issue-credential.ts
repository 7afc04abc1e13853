import type { Clock, Random } from '#libs/kernel';
import type { JWK } from 'jose';
import { encodeBase64url } from '../encoding/base64url.js';
import { signJws } from '../jws/sign-jws.js';
import type { JsonObject } from '../json.js';
import type { IssuerKey } from '../key/keys.js';
import { digestOf } from '../sd-jwt/disclosure.js';
import type { StatusReference } from '../status/status-reference.js';
import { refuseUnissuable } from './refuse-unissuable.js';

/** What an issuer signs for one certificate (电子证照). */
export interface IssueRequest {
  readonly issuer: IssuerKey;
  /** The type's URL or URN, exactly as the verifier's type rules know it. */
  readonly vct: string;
  /** Subresource integrity of the type metadata (`vct#integrity`), when the issuer binds it. */
  readonly vctIntegrity?: string;
  /** 电子证照标识 per GB/T 36904; always visible, as the claim `identifier`. */
  readonly identifier: string;
  readonly claims: JsonObject;
  /** Names of claims that the holder may withhold; all others are always visible. */
  readonly disclosable: readonly string[];
  /** An opaque name of the holder (`sub`); always visible. */
  readonly subject?: string;
  /** The holder's public key, when the credential is bound to one (`cnf`). */
  readonly holderKey?: JWK;
  readonly validFrom: Date;
  /** The first instant at which it is not valid any more; absent for a long-term (长期) certificate. */
  readonly validUntil?: Date;
  readonly status: StatusReference;
}

/** Where an issuer takes time and salts from. */
export interface IssueSources {
  readonly clock: Clock;
  readonly random: Random;
}

const saltBytes = 16;

/**
 * Signs an SD-JWT VC (RFC 9901, typ `dc+sd-jwt`, ES256) with all its disclosures, ready to be kept by the holder.
 * @throws CredentialFault CLAIM_NAME_RESERVED, CLAIM_UNKNOWN, CLAIM_MISSING
 */
export async function issueCredential(request: IssueRequest, sources: IssueSources): Promise<string> {
  refuseUnissuable(request);
  const { disclosures, visible } = hide(request.claims, request.disclosable, sources.random);
  const payload = { ...technicalClaims(request, sources.clock), ...visible, ...digests(disclosures) };
  const header = { alg: 'ES256', typ: 'dc+sd-jwt', kid: request.issuer.kid } as const;
  const jwt = await signJws(header, payload, request.issuer.privateKey);
  return `${[jwt, ...disclosures].join('~')}~`;
}

function technicalClaims(request: IssueRequest, clock: Clock): JsonObject {
  return {
    iss: request.issuer.uri,
    iat: seconds(clock.now()),
    nbf: seconds(request.validFrom),
    ...(request.validUntil && { exp: seconds(request.validUntil) }),
    vct: request.vct,
    ...(request.vctIntegrity !== undefined && { 'vct#integrity': request.vctIntegrity }),
    identifier: request.identifier,
    status: { status_list: { idx: request.status.index, uri: request.status.uri } },
    ...(request.subject !== undefined && { sub: request.subject }),
    ...(request.holderKey && { cnf: { jwk: { ...request.holderKey } as JsonObject } }),
  };
}

/** Turns the disclosable claims into disclosures; all salts of a credential are drawn at once. */
function hide(claims: JsonObject, disclosable: readonly string[], random: Random) {
  const salts = random.bytes(saltBytes * disclosable.length);
  const visible = { ...claims };
  const disclosures = disclosable.map((name, place) => {
    const salt = encodeBase64url(salts.subarray(place * saltBytes, (place + 1) * saltBytes));
    delete visible[name];
    return encodeBase64url(JSON.stringify([salt, name, claims[name]]));
  });
  return { visible, disclosures };
}

/** Sorted, so that their order tells nothing about the claims. */
function digests(disclosures: readonly string[]): JsonObject {
  return disclosures.length === 0 ? {} : { _sd: disclosures.map(digestOf).sort(), _sd_alg: 'sha-256' };
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
