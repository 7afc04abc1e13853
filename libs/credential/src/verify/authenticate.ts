import { faultOfAlgorithm, faultOfParameters, faultOfType } from '../jws/check-header.js';
import { hasSignatureOf } from '../jws/verify-jws.js';
import type { JsonObject } from '../json.js';
import type { Checklist } from '../report/checklist.js';
import { CredentialFault } from '../report/fault.js';
import { discloseClaims, type DisclosedClaims } from '../sd-jwt/disclose-claims.js';
import { parseCredential, type ParsedCredential } from '../sd-jwt/parse-credential.js';
import { technicalClaims } from '../sd-jwt/technical-claims.js';
import type { TrustedIssuer, TrustedKey } from '../trust/trusted-issuer.js';
import type { TrustList } from '../trust/trust-list.js';

/** A credential that its issuer signed, with the claims it discloses. Says nothing yet about validity. */
export interface AuthenticCredential {
  readonly issuer: TrustedIssuer;
  readonly claims: JsonObject;
  readonly parsed: ParsedCredential;
}

/** The checks up to the disclosures; stops at the first thing that makes the rest meaningless. */
export async function authenticate(
  credential: string,
  trustList: TrustList,
  checklist: Checklist,
): Promise<AuthenticCredential | undefined> {
  const parsed = caught(() => parseCredential(credential));
  if (parsed instanceof CredentialFault) {
    checklist.settle('format', parsed);
    return undefined;
  }
  const { header, payload } = parsed.issuerJwt;
  checklist.settle('format', faultOfParameters(header));
  checklist.settle('algorithm', faultOfAlgorithm(header, ['ES256']));
  checklist.settle('tokenType', faultOfType(header, 'dc+sd-jwt'));
  const signer = findSigner(header.kid, payload.iss, trustList);
  if (!checklist.settle('issuer', faultIn(signer)) || signer instanceof CredentialFault) return undefined;
  checklist.settle('issuerKeyPeriod', faultOfPeriod(payload.iat, signer.key));
  if (checklist.broken) return undefined;
  return verifyContent(parsed, signer, checklist);
}

async function verifyContent(
  parsed: ParsedCredential,
  { issuer, key }: { readonly issuer: TrustedIssuer; readonly key: TrustedKey },
  checklist: Checklist,
): Promise<AuthenticCredential | undefined> {
  const signed = await hasSignatureOf(parsed.issuerJwt, await key.publicKey(), 'ES256');
  if (!checklist.settle('signature', signed ? undefined : new CredentialFault('SIGNATURE_WRONG'))) return undefined;
  const disclosed = caught(() => refuseHiddenTechnical(discloseClaims(parsed)));
  if (!checklist.settle('disclosures', faultIn(disclosed)) || disclosed instanceof CredentialFault) return undefined;
  return { issuer, claims: disclosed.claims, parsed };
}

/** The signer by `kid` from the trust list; `iss` must be the owner of that key. */
function findSigner(kid: unknown, iss: unknown, trustList: TrustList) {
  const signer = typeof kid === 'string' ? trustList.keyOf(kid) : undefined;
  if (signer === undefined) return new CredentialFault('KEY_UNKNOWN');
  return iss === signer.issuer.entry.uri ? signer : new CredentialFault('ISSUER_MISMATCH');
}

function faultOfPeriod(iat: unknown, key: TrustedKey): CredentialFault | undefined {
  if (typeof iat !== 'number' || Math.abs(iat) > 1e11) return new CredentialFault('CLAIM_MISSING', 'iat');
  return key.covers(new Date(iat * 1000)) ? undefined : new CredentialFault('KEY_OUT_OF_PERIOD');
}

/** SD-JWT VC §3.2.2.2: what says how to read and trust the credential may not be withheld or shown at will. */
function refuseHiddenTechnical(disclosed: DisclosedClaims): DisclosedClaims {
  const hidden = technicalClaims.find((name) => disclosed.disclosed.has(name));
  if (hidden !== undefined) throw new CredentialFault('CLAIM_NOT_HIDEABLE', hidden);
  return disclosed;
}

function caught<T>(work: () => T): T | CredentialFault {
  try {
    return work();
  } catch (error) {
    if (error instanceof CredentialFault) return error;
    throw error;
  }
}

function faultIn(result: unknown): CredentialFault | undefined {
  return result instanceof CredentialFault ? result : undefined;
}
