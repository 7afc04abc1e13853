import { randomFillSync } from 'node:crypto';

/** Ids for which random bytes are drawn at once: to ask for them costs more than to write them. */
const drawnAtOnce = 512;

/** Random ids of one length, as hexadecimal digits. */
export class RandomHex {
  private readonly drawn: Buffer;
  private at: number;

  /** @param bytes two digits each */
  constructor(private readonly bytes: number) {
    this.drawn = Buffer.alloc(bytes * drawnAtOnce);
    this.at = this.drawn.length;
  }

  take(): string {
    if (this.at === this.drawn.length) {
      randomFillSync(this.drawn);
      this.at = 0;
    }
    const end = this.at + this.bytes;
    const id = this.drawn.toString('hex', this.at, end);
    this.at = end;
    return id;
  }
}
