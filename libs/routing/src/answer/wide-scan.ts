import { scanCode } from './scan-code.js';

/** What is used of WebAssembly; the compiler knows it only together with a browser's whole library. */
declare const WebAssembly: {
  validate(code: Uint8Array): boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Scanner {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** as `endOfOpen` */
  end(at: number, length: number): number;
}

/** A processor without vectors does without: then every byte is read for itself. */
const scanner = WebAssembly.validate(scanCode)
  ? (new WebAssembly.Instance(new WebAssembly.Module(scanCode)).exports as Scanner)
  : undefined;
const memory = new Uint8Array(scanner?.memory.buffer ?? new ArrayBuffer(0));
/** bytes that may be read behind the last one */
const slack = 64;
/** Most bytes of a text; a longer one takes its time either way. */
const mostBytes = memory.length - slack;

let loaded: Uint8Array | undefined;

/** Lays a text out for fast scanning while it is read. One at a time: `read` must not wait for anything. */
export function whileLoaded<T>(bytes: Uint8Array, read: () => T): T {
  if (bytes.length > mostBytes) return read();
  memory.set(bytes);
  loaded = bytes;
  try {
    return read();
  } finally {
    loaded = undefined;
  }
}

/** Where the object or array ends that was opened before `at`; -1 when it does not; undefined for a text not laid out. */
export function endByVectors(bytes: Uint8Array, at: number): number | undefined {
  return bytes === loaded ? scanner?.end(at, bytes.length) : undefined;
}
