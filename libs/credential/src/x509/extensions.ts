/** Bits of the key-usage extension that matter here (RFC 5280 §4.2.1.3), as in its first octet. */
export const keyUsage = { digitalSignature: 0x80, keyCertSign: 0x04 } as const;

/** OIDs under 2.5.29 (id-ce), by the last octet of their DER content. */
const known = { keyUsage: 0x0f, subjectAltName: 0x11, basicConstraints: 0x13 } as const;

/** What a certificate says of its use. node:crypto reads the extended key usage only. */
export interface CertificateExtensions {
  /** First octet of the key usage; undefined without it. */
  readonly keyUsage: number | undefined;
  /** How many authorities may stand between this one and a leaf; undefined: any number. */
  readonly pathLength: number | undefined;
  /** Whether there is a critical one that nobody here understands (RFC 5280 §4.2: the certificate is to be refused). */
  readonly hasUnknownCritical: boolean;
}

/** A DER element: its tag, its content, and where the next one begins. */
interface Element {
  readonly tag: number;
  readonly content: Buffer;
  readonly end: number;
}

/** @param der a certificate that node:crypto has parsed already */
export function extensionsOf(der: Buffer): CertificateExtensions {
  const [certificate] = elements(der);
  const [toBeSigned] = elements(certificate?.content);
  const wrapped = elements(toBeSigned?.content).find(({ tag }) => tag === 0xa3);
  const [list] = elements(wrapped?.content);
  const extensions = elements(list?.content).map(({ content }) => elements(content));
  const valueOf = (octet: number): Element | undefined => {
    const parts = extensions.find(([oid]) => isKnown(oid, [octet]));
    return elements(parts?.at(-1)?.content)[0];
  };
  const bits = valueOf(known.keyUsage);
  const length = elements(valueOf(known.basicConstraints)?.content).find(({ tag }) => tag === 0x02);
  return {
    keyUsage: bits && (bits.tag === 0x03 ? (bits.content[1] ?? 0) : 0),
    pathLength: length && length.content.readUIntBE(0, Math.min(length.content.length, 6)),
    hasUnknownCritical: extensions.some((parts) => isCritical(parts) && !isKnown(parts[0], Object.values(known))),
  };
}

/** A critical extension has a BOOLEAN that is true between its OID and its value. */
const isCritical = ([, flag]: readonly Element[]): boolean => flag?.tag === 0x01 && flag.content[0] !== 0;

function isKnown(oid: Element | undefined, octets: readonly number[]): boolean {
  const [first, second, last, ...more] = oid?.content ?? [];
  return first === 0x55 && second === 0x1d && last !== undefined && octets.includes(last) && more.length === 0;
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
