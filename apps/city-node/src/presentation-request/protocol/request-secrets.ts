import { hash, timingSafeEqual } from 'node:crypto';
import type { JWK } from 'jose';
import type { Random } from '#libs/kernel';
import type { KeySeal } from '../../issuer/index.js';
import type { EncryptionKey } from '../record/presentation-request.entity.js';
import { generateResponseKey } from './response-keys.js';

/** 256 bits: nonces, states and response codes are not to be guessed. */
const secretBytes = 32;

/** What nobody but the wallet, or the requester, is to know of a request. */
export class RequestSecrets {
  constructor(
    private readonly seal: KeySeal,
    private readonly random: Random,
  ) {}

  /** A nonce, a state or a response code. */
  draw(): string {
    return Buffer.from(this.random.bytes(secretBytes)).toString('base64url');
  }

  /** A key pair for one answer, the private half sealed for the database. */
  async drawKey(): Promise<{ encryptionKey: EncryptionKey; sealedKey: string }> {
    const { publicJwk, privateJwk } = await generateResponseKey();
    return { encryptionKey: publicJwk, sealedKey: this.seal.seal(privateJwk) };
  }

  /** The private half again. */
  openKey(sealedKey: string): JWK {
    return this.seal.open(sealedKey);
  }
}

/** What is kept of a response code. */
export const digestOf = (secret: string): string => hash('sha256', secret, 'base64url');

/** Whether two secrets are the same, in a time that tells nothing about where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(one)), Buffer.from(digestOf(other)));
}
