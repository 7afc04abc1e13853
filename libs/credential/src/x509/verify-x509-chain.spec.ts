import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as x509 from '@peculiar/x509';
import { FixedClock } from '#libs/kernel';
import { verifyX509Chain } from './verify-x509-chain.js';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const uri = 'http://a';

const authority = (pathLength?: number) => [
  new x509.BasicConstraintsExtension(true, pathLength, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
];
const leaf = (name = uri) => [
  new x509.BasicConstraintsExtension(false, undefined, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
  new x509.SubjectAlternativeNameExtension([{ type: 'url', value: name }]),
];

interface Party {
  readonly name: string;
  readonly keys: webcrypto.CryptoKeyPair;
}

async function party(name: string): Promise<Party> {
  return { name, keys: await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) };
}

async function certify(issuer: Party, subject: Party, extensions: x509.Extension[]): Promise<string> {
  const certificate = await x509.X509CertificateGenerator.create({
    ...{ subject: `CN=${subject.name}`, issuer: `CN=${issuer.name}`, serialNumber: '01', extensions },
    ...{ notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2027-01-01T00:00:00Z') },
    ...{ publicKey: subject.keys.publicKey, signingKey: issuer.keys.privateKey, signingAlgorithm: algorithm },
  });
  return Buffer.from(certificate.rawData).toString('base64');
}

describe('reading an x5c', () => {
  let root: Party;
  let middle: Party;
  let end: Party;
  beforeAll(async () => {
    [root, middle, end] = await Promise.all([party('root'), party('middle'), party('end')]);
  });

  const read = async (x5c: string[], pathLength?: number) => {
    const der = await certify(root, root, authority(pathLength));
    const pem = `-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----`;
    try {
      return verifyX509Chain(x5c, { root: pem, uri, clock: new FixedClock('2026-03-02T02:00:00Z') }).names;
    } catch (fault) {
      return (fault as { reason?: string }).reason;
    }
  };

  it('takes a leaf of the root, and one below an authority where the root allows that', async () => {
    expect(await read([await certify(root, end, leaf())], 0)).toEqual([`URI:${uri}`]);
    const below = [await certify(middle, end, leaf()), await certify(root, middle, authority(0))];
    expect(await read(below)).toEqual([`URI:${uri}`]);
    expect(await read(below, 1)).toEqual([`URI:${uri}`]);
    expect(await read(below, 0)).toBe('KEY_PURPOSE_WRONG');
  });

  it('lets no leaf certify, and no stranger by the root’s name', async () => {
    const other = { ...(await party('root')), name: 'root' };
    const byLeaf = [await certify(middle, end, leaf()), await certify(root, middle, leaf())];
    expect(await read(byLeaf)).toBe('X509_CHAIN_UNTRUSTED');
    expect(await read([await certify(other, end, leaf())])).toBe('X509_CHAIN_UNTRUSTED');
  });

  it('refuses a leaf without its usage, with a critical extension nobody knows, or with a name inside a name', async () => {
    const unknown = new x509.Extension('1.2.3.4.5', true, new Uint8Array([5, 0]));
    const harmless = new x509.Extension('1.2.3.4.5', false, new Uint8Array([5, 0]));
    expect(await read([await certify(root, end, leaf().slice(2))])).toBe('KEY_PURPOSE_WRONG');
    expect(await read([await certify(root, end, [...leaf(), unknown])])).toBe('KEY_PURPOSE_WRONG');
    expect(await read([await certify(root, end, [...leaf(), harmless])])).toEqual([`URI:${uri}`]);
    expect(await read([await certify(root, end, leaf(`http://b, URI:${uri}`))])).toBe('ISSUER_MISMATCH');
  });
});
