import { createPublicKey, type KeyObject } from 'node:crypto';
import type * as X509 from '@peculiar/x509';
import type { JWK } from 'jose';
import type { IssuerKey } from '#libs/credential';
import type { CertifiedKey } from './certified-key.js';

/** A certificate just made. */
export interface MadeCertificate {
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** DER as base64. */
  readonly der: string;
}

/** What the province certifies with: its trust-anchor key under its name. */
export interface Authority {
  readonly key: IssuerKey;
  readonly publicKey: JWK;
  /** Name of the province. */
  readonly name: string;
}

/** The first and the last second of a certificate (both belong to it), and its number. */
export interface CertificateTerm {
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The root CA: the province's own key, signed by itself; it certifies end keys only (path length 0). */
export async function makeRoot(authority: Authority, term: CertificateTerm): Promise<MadeCertificate> {
  const x509 = await loadX509();
  const certified = spki(authority.publicKey);
  return make(authority, term, certified, nameOfRoot(authority), [
    new x509.BasicConstraintsExtension(true, 0, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    await x509.SubjectKeyIdentifierExtension.create(certified),
  ]);
}

/** A stated key's certificate: digital signatures only, for the URI (and host) of whose it is. */
export async function makeLeaf(
  authority: Authority,
  term: CertificateTerm,
  { key, commonName, organization, uri, host }: CertifiedKey,
): Promise<MadeCertificate> {
  const x509 = await loadX509();
  const certified = spki(key.jwk);
  const names = [{ type: 'url' as const, value: uri }, ...(host ? [host] : [])];
  return make(authority, term, certified, nameOf(commonName, organization), [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.SubjectAlternativeNameExtension(names),
    await x509.SubjectKeyIdentifierExtension.create(certified),
    await x509.AuthorityKeyIdentifierExtension.create(spki(authority.publicKey)),
  ]);
}

/** Loaded with the first certificate: a start does without it. It wants the metadata polyfill before it. */
async function loadX509(): Promise<typeof X509> {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}

async function make(
  authority: Authority,
  { serial, notBefore, notAfter }: CertificateTerm,
  publicKey: Buffer<ArrayBuffer>,
  subject: DistinguishedName,
  extensions: X509.Extension[],
): Promise<MadeCertificate> {
  const { X509CertificateGenerator } = await loadX509();
  const certificate = await X509CertificateGenerator.create({
    ...{ serialNumber: serial, subject, issuer: nameOfRoot(authority), notBefore, notAfter, extensions },
    ...{ publicKey, signingKey: authority.key.privateKey, signingAlgorithm: algorithm },
  });
  return { serial, notBefore, notAfter, der: Buffer.from(certificate.rawData).toString('base64') };
}

type DistinguishedName = Record<string, string[]>[];

const nameOf = (commonName: string, organization: string): DistinguishedName => [
  { C: ['CN'] },
  { O: [organization] },
  { CN: [commonName] },
];

const nameOfRoot = ({ name }: Authority): DistinguishedName => nameOf(`${name}电子证照信任根`, name);

function spki(jwk: JWK): Buffer<ArrayBuffer> {
  const key: KeyObject = createPublicKey({ key: jwk as Record<string, unknown>, format: 'jwk' });
  return Buffer.from(key.export({ type: 'spki', format: 'der' }));
}
