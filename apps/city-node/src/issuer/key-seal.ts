import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { JWK } from 'jose';
import type { Random } from '#libs/kernel';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals private keys for the database: AES-256-GCM under a key derived from the node's own private key, which lies in a
 * file outside the database. A copy of the database alone signs nothing.
 */
export class KeySeal {
  private readonly secret: Buffer;

  /** @param nodeKey the node's private JWK */
  constructor(
    nodeKey: JWK,
    private readonly random: Random,
  ) {
    this.secret = Buffer.from(hkdfSync('sha256', Buffer.from(nodeKey.d ?? '', 'base64url'), '', 'kuashi-key-seal', 32));
  }

  seal(privateJwk: JWK): string {
    const nonce = this.random.bytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.secret, nonce);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(privateJwk), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws Error when it was sealed under another node key or was changed */
  open(text: string): JWK {
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.secret, bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as JWK;
  }
}
