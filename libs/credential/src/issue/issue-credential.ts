import type { Clock, Random } from '#libs/kernel';
import type { JWK } from 'jose';
import { signJws } from '../jws/sign-jws.js';
import type { JsonObject } from '../json.js';
import type { IssuerKey } from '../key/keys.js';
import type { ClaimSelector } from '../sd-jwt/claim-path.js';
import type { StatusReference } from '../status/status-reference.js';
import { concealClaims } from './conceal-claims.js';
import { planConcealment, type Decoys } from './plan-concealment.js';
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
  /** Names or paths of what the holder may withhold, each by itself; all else is always visible. */
  readonly disclosable: readonly ClaimSelector[];
  /** Where digests that stand for nothing hide how much there is. */
  readonly decoys?: readonly Decoys[];
  /** An opaque name of the holder (`sub`); always visible. */
  readonly subject?: string;
  /** The holder's public key, when the credential is bound to one (`cnf`). */
  readonly holderKey?: JWK;
  readonly validFrom: Date;
  /** The first instant at which it is not valid any more; absent for a long-term (长期) certificate. */
  readonly validUntil?: Date;
  readonly status: StatusReference;
  /** X.509 chain of the issuer's key (base64 DER, leaf first, root left out) for wallets; no verifier here reads it. */
  readonly certificateChain?: readonly string[];
}

/** Where an issuer takes time and salts from. */
export interface IssueSources {
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Signs an SD-JWT VC (RFC 9901, typ `dc+sd-jwt`, ES256) with all its disclosures, ready to be kept by the holder.
 * @throws CredentialFault CLAIM_NAME_RESERVED, CLAIM_UNKNOWN, CLAIM_REPEATED, CLAIM_MISSING, JSON_TOO_DEEP, TOKEN_TOO_LARGE
 */
export async function issueCredential(request: IssueRequest, sources: IssueSources): Promise<string> {
  refuseUnissuable(request);
  const plan = planConcealment(request.claims, request.disclosable, request.decoys ?? []);
  const { visible, disclosures } = concealClaims(request.claims, plan, sources.random);
  const payload = {
    ...technicalClaims(request, sources.clock),
    ...visible,
    ...(plan.salts > 0 && { _sd_alg: 'sha-256' }),
  };
  const header = {
    alg: 'ES256',
    typ: 'dc+sd-jwt',
    kid: request.issuer.kid,
    ...(request.certificateChain && { x5c: [...request.certificateChain] }),
  } as const;
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

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
