/** Bits of the key-usage extension that matter here (RFC 5280 §4.2.1.3), as in its first octet. */
export const keyUsage = { digitalSignature: 0x80, keyCertSign: 0x04 } as const;

/** OID 2.5.29.15, as its DER content. */
const keyUsageOid = Buffer.from([0x55, 0x1d, 0x0f]);

/** A DER element: its tag, its content, and where the next one begins. */
interface Element {
  readonly tag: number;
  readonly content: Buffer;
  readonly end: number;
}

/**
 * The first octet of a certificate's key usage; undefined without the extension. node:crypto reads the extended key usage
 * only.
 * @param der a certificate that node:crypto has parsed already
 */
export function keyUsageOf(der: Buffer): number | undefined {
  const [certificate] = elements(der);
  const [toBeSigned] = elements(certificate?.content);
  const wrapped = elements(toBeSigned?.content).find(({ tag }) => tag === 0xa3);
  const [list] = elements(wrapped?.content);
  for (const extension of elements(list?.content)) {
    const parts = elements(extension.content);
    if (parts[0]?.content.equals(keyUsageOid) !== true) continue;
    const [bits] = elements(parts.at(-1)?.content);
    return bits?.tag === 0x03 ? (bits.content[1] ?? 0) : 0;
  }
  return undefined;
}

function elements(bytes: Buffer = Buffer.alloc(0)): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; at = found.at(-1)?.end ?? bytes.length) found.push(elementAt(bytes, at));
  return found;
}

function elementAt(bytes: Buffer, at: number): Element {
  const first = bytes[at + 1] ?? 0;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + lengthBytes;
  if (lengthBytes > 4 || start > bytes.length) return { tag: 0, content: Buffer.alloc(0), end: bytes.length };
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  return { tag: bytes[at] ?? 0, content: bytes.subarray(start, start + length), end: start + length };
}
