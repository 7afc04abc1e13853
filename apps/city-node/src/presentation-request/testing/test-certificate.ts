import { webcrypto } from 'node:crypto';
import type { JWK } from 'jose';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A certificate for a public key by an authority made up on the spot: base64 DER. */
export async function testCertificate({ kty, crv, x, y }: JWK): Promise<string> {
  const { X509CertificateGenerator } = await import('@peculiar/x509');
  const authority = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const publicKey = await webcrypto.subtle.importKey('jwk', { kty, crv, x, y } as never, algorithm, true, ['verify']);
  const certificate = await X509CertificateGenerator.create(
    {
      ...{ serialNumber: '01', subject: 'CN=node', issuer: 'CN=province', signingAlgorithm: algorithm },
      ...{ notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2030-01-01T00:00:00Z') },
      ...{ publicKey: publicKey as never, signingKey: authority.privateKey as never },
    },
    webcrypto,
  );
  return Buffer.from(certificate.rawData).toString('base64');
}
