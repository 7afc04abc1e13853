import { calculateJwkThumbprint, type CryptoKey, importJWK, type JWK } from 'jose';
import type { DirectoryNode } from '../directory.js';
import { envelopeAlgorithm } from './envelope-typ.js';

interface KnownKey {
  readonly thumbprint: string;
  readonly key: CryptoKey | Uint8Array;
}

/**
 * The directory's public keys, imported once: importing costs as much as a verification. A new version of the directory
 * brings new key objects, so what it dropped is forgotten with it.
 */
export class NodeKeys {
  private readonly known = new WeakMap<JWK, Promise<KnownKey>>();

  /** The node's key with this thumbprint (RFC 7638), if the directory lists one that can check ES256. */
  async find(node: DirectoryNode, thumbprint: string): Promise<KnownKey['key'] | undefined> {
    for (const jwk of node.keys) {
      if (jwk.kty !== 'EC' || jwk.crv !== 'P-256') continue;
      const known = await this.import(jwk);
      if (known.thumbprint === thumbprint) return known.key;
    }
    return undefined;
  }

  private import(jwk: JWK): Promise<KnownKey> {
    const known = this.known.get(jwk) ?? importPublicKey(jwk);
    this.known.set(jwk, known);
    return known;
  }
}

async function importPublicKey({ kty, crv, x, y }: JWK): Promise<KnownKey> {
  // Only the public members: whatever else stands in the directory is no business of a verification.
  const publicKey = { kty, crv, x, y };
  return { thumbprint: await calculateJwkThumbprint(publicKey), key: await importJWK(publicKey, envelopeAlgorithm) };
}
