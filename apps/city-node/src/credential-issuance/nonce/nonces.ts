import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock, Random } from '#libs/kernel';

/** Seconds a `c_nonce` is good. */
export const nonceSeconds = 300;

const saltBytes = 16;

/**
 * Makes and recognises the challenges that key proofs must contain (`c_nonce`). A challenge carries its end and a MAC, so
 * that asking for one, which anybody may, writes nothing; only those that were used are remembered.
 */
export class Nonces {
  /** @param secret of this node alone */
  constructor(
    private readonly secret: Uint8Array,
    private readonly sources: { readonly clock: Clock; readonly random: Random },
  ) {}

  /** A new challenge. */
  create(): string {
    const expires = Math.floor(this.sources.clock.now().getTime() / 1000) + nonceSeconds;
    const content = Buffer.alloc(saltBytes + 4);
    content.set(this.sources.random.bytes(saltBytes));
    content.writeUInt32BE(expires, saltBytes);
    return Buffer.concat([content, this.mac(content)]).toString('base64url');
  }

  /** When the challenge ends, if it is one of ours and has not ended; undefined otherwise. */
  expiryOf(nonce: string): Date | undefined {
    const bytes = Buffer.from(nonce, 'base64url');
    const content = bytes.subarray(0, saltBytes + 4);
    const mac = bytes.subarray(saltBytes + 4);
    const ours = this.mac(content);
    if (bytes.toString('base64url') !== nonce || mac.length !== ours.length || !timingSafeEqual(mac, ours)) {
      return undefined;
    }
    const expires = new Date(content.readUInt32BE(saltBytes) * 1000);
    return expires > this.sources.clock.now() ? expires : undefined;
  }

  private mac(content: Uint8Array): Buffer {
    return createHmac('sha256', this.secret).update(content).digest().subarray(0, 16);
  }
}
