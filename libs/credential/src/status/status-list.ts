import type { Status } from './status-reference.js';

/** A status list of two bits an entry, packed as Token Status List §4.1 says (lowest bits first). */
export class StatusList {
  /** @param size number of entries, a multiple of 4 */
  constructor(
    readonly size: number,
    _packed?: Uint8Array,
  ) {}

  get(_index: number): Status | undefined {
    throw new Error('not built yet');
  }

  set(_index: number, _status: Status): void {
    throw new Error('not built yet');
  }

  /** The packed bytes, to be stored; `new StatusList(size, packed)` brings them back. */
  packed(): Uint8Array {
    throw new Error('not built yet');
  }

  /** The zlib stream that travels as `lst`. */
  compressed(): Uint8Array {
    throw new Error('not built yet');
  }
}
