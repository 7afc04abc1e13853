import { constants, deflateRawSync } from 'node:zlib';
import { adler32, joinAdler32 } from './adler32.js';
import type { Status } from './status-reference.js';

/** The two-bit values of Token Status List §7.1; the fourth has no meaning here. */
const meanings: readonly (Status | undefined)[] = ['valid', 'revoked', 'suspended', undefined];

const perByte = 4;
const blockBytes = 65_536;
/** A longer search (level 9) takes many times as long for a tenth less; a shorter one makes lists slower to open. */
const blockOptions = { level: 6, finishFlush: constants.Z_SYNC_FLUSH };
const zlibHeader = Buffer.from([0x78, 0xda]);
/** An empty last block: the blocks before it are each closed by a flush and stay open-ended. */
const lastBlock = Buffer.from([0x03, 0x00]);

interface Block {
  readonly deflated: Buffer;
  readonly sum: number;
}

/**
 * A status list of two bits an entry, packed as Token Status List §4.1 says (lowest bits first). It is deflated in
 * blocks of 64 KiB, and only blocks that changed are deflated again: republishing 2^20 entries costs one block.
 */
export class StatusList {
  private readonly bytes: Buffer;
  private readonly blocks: (Block | undefined)[];

  /**
   * @param size number of entries, a multiple of 4
   * @param packed the bytes of a list stored before, taken over and not copied; all valid unless given
   * @throws RangeError when size and bytes do not fit
   */
  constructor(
    readonly size: number,
    packed?: Uint8Array,
  ) {
    if (!Number.isSafeInteger(size) || size < perByte || size % perByte !== 0)
      throw new RangeError('size of status list');
    if (packed !== undefined && packed.length !== size / perByte) throw new RangeError('bytes of status list');
    this.bytes = packed ? Buffer.from(packed.buffer, packed.byteOffset, packed.length) : Buffer.alloc(size / perByte);
    this.blocks = new Array<Block | undefined>(Math.ceil(this.bytes.length / blockBytes)).fill(undefined);
  }

  /** The status at an index; undefined when the value has no meaning. @throws RangeError outside the list */
  get(index: number): Status | undefined {
    const byte = this.bytes[this.byteOf(index)] ?? 0;
    return meanings[(byte >> ((index % perByte) * 2)) & 3];
  }

  /** @throws RangeError outside the list */
  set(index: number, status: Status): void {
    const place = this.byteOf(index);
    const shift = (index % perByte) * 2;
    const cleared = (this.bytes[place] ?? 0) & ~(3 << shift);
    this.bytes[place] = cleared | (meanings.indexOf(status) << shift);
    this.blocks[Math.floor(place / blockBytes)] = undefined;
  }

  /** A copy of the packed bytes, to be stored; `new StatusList(size, packed)` brings them back. */
  packed(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  /** The zlib stream (RFC 1950) that travels as `lst`. */
  compressed(): Buffer {
    const blocks = this.blocks.map((block, place) => (this.blocks[place] = block ?? this.deflate(place)));
    const sum = blocks.reduce((joined, block, place) => joinAdler32(joined, block.sum, this.slice(place).length), 1);
    const trailer = Buffer.alloc(4);
    trailer.writeUInt32BE(sum);
    return Buffer.concat([zlibHeader, ...blocks.map((block) => block.deflated), lastBlock, trailer]);
  }

  private deflate(place: number): Block {
    const plain = this.slice(place);
    return { deflated: deflateRawSync(plain, blockOptions), sum: adler32(plain) };
  }

  private slice(place: number): Buffer {
    return this.bytes.subarray(place * blockBytes, (place + 1) * blockBytes);
  }

  private byteOf(index: number): number {
    if (!Number.isSafeInteger(index) || index < 0 || index >= this.size) throw new RangeError('index of status list');
    return Math.floor(index / perByte);
  }
}
