import { X509Certificate } from 'node:crypto';
import type { JWK } from 'jose';
import type { Clock } from '#libs/kernel';
import { thumbprint } from '../key/thumbprint.js';
import { CredentialFault } from '../report/fault.js';
import { extensionsOf, keyUsage } from './extensions.js';

/** What a reader of an `x5c` relies on. */
export interface X509Expectations {
  /** The province's root certificate (PEM), known beforehand. */
  readonly root: string;
  readonly clock: Clock;
  /** Given: the leaf must be made out to this URI, such as the `iss` of the credential it goes with. */
  readonly uri?: string;
}

/** The key a chain leads to. */
export interface CertifiedSigner {
  /** RFC 7638 thumbprint of `publicJwk`. */
  readonly kid: string;
  readonly publicJwk: JWK;
  /** `subjectAltName`, such as `URI:http://127.0.0.1:4100` or `IP Address:127.0.0.1`. */
  readonly names: readonly string[];
  readonly notAfter: Date;
}

const longestChain = 4;

/**
 * Verifies an `x5c` (base64 DER, leaf first, root left out) up to the province's root: signatures, periods, and that a
 * leaf signs and an authority certifies, no deeper than it may, and that no critical extension is passed over. Whether the leaf's key is trusted for anything is the trust list's word.
 * @throws CredentialFault X509_CHAIN_MALFORMED, X509_CHAIN_UNTRUSTED, EXPIRED, NOT_YET_VALID, KEY_PURPOSE_WRONG,
 * ISSUER_MISMATCH
 */
export function verifyX509Chain(x5c: readonly string[], { root, clock, uri }: X509Expectations): CertifiedSigner {
  const [leaf, ...authorities] = x5c.slice(0, longestChain + 1).map(parse);
  if (!leaf || authorities.length >= longestChain) throw malformed('length');
  const chain = [leaf, ...authorities, new X509Certificate(root)];
  for (const [place, certificate] of chain.entries()) {
    refuseUntimely(certificate, clock.now());
    refuseMisused(certificate, place);
    refuseUnissued(certificate, chain[place + 1] ?? certificate);
  }
  return signerOf(leaf, uri);
}

function parse(der: string): X509Certificate {
  try {
    const bytes = Buffer.from(der, 'base64');
    if (bytes.toString('base64') !== der) throw malformed('base64');
    const certificate = new X509Certificate(bytes);
    if (!certificate.raw.equals(bytes)) throw malformed('certificate');
    return certificate;
  } catch {
    throw malformed('certificate');
  }
}

function refuseUntimely({ validFrom, validTo }: X509Certificate, now: Date): void {
  if (now < new Date(validFrom)) throw new CredentialFault('NOT_YET_VALID', 'x5c');
  if (now > new Date(validTo)) throw new CredentialFault('EXPIRED', 'x5c');
}

/** @param place in the chain: 0 is the leaf, and so many less one authorities stand below */
function refuseMisused(certificate: X509Certificate, place: number): void {
  const { keyUsage: usage = 0, pathLength = Infinity, hasUnknownCritical } = extensionsOf(certificate.raw);
  const isAuthority = place > 0;
  const wanted = isAuthority ? keyUsage.keyCertSign : keyUsage.digitalSignature;
  const misused = (usage & wanted) === 0 || certificate.ca !== isAuthority || (isAuthority && place - 1 > pathLength);
  if (misused || hasUnknownCritical) throw new CredentialFault('KEY_PURPOSE_WRONG', 'x5c');
}

function refuseUnissued(certificate: X509Certificate, issuer: X509Certificate): void {
  const issued = certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  if (!issued) throw new CredentialFault('X509_CHAIN_UNTRUSTED');
}

function signerOf(leaf: X509Certificate, uri: string | undefined): CertifiedSigner {
  const names = leaf.subjectAltName?.split(', ') ?? [];
  if (uri !== undefined && !names.includes(`URI:${uri}`)) throw new CredentialFault('ISSUER_MISMATCH', 'x5c');
  const { kty, crv, x, y } = leaf.publicKey.export({ format: 'jwk' });
  if (kty !== 'EC' || crv !== 'P-256') throw malformed('key');
  const publicJwk: JWK = { kty, crv, x, y };
  return { kid: thumbprint(publicJwk), publicJwk, names, notAfter: new Date(leaf.validTo) };
}

const malformed = (detail: string): CredentialFault => new CredentialFault('X509_CHAIN_MALFORMED', detail);
