import type { JWK } from 'jose';
import { encode, signatureOf, type Forger, type HostileCase } from './forger.js';

const zero = Buffer.alloc(32);
const one = Buffer.concat([Buffer.alloc(31), Buffer.from([1])]);
const above = Buffer.alloc(32, 0xff);
/** The order of P-256: r and s lie between zero and it. */
const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');

/** Signatures that are not the issuer's ES256 signature in its one spelling. */
const signatures: HostileCase[] = [
  ['no signature', 'signature SIGNATURE_WRONG', (f) => f.forge({ signature: '' })],
  [
    'a signature of zeros',
    'signature SIGNATURE_WRONG',
    (f) => f.forge({ signature: Buffer.alloc(64).toString('base64url') }),
  ],
  [
    'a signature cut short',
    'signature SIGNATURE_WRONG',
    (f) => f.forge({ signature: genuine(f).subarray(0, 63).toString('base64url') }),
  ],
  [
    'a signature with a byte more',
    'signature SIGNATURE_WRONG',
    (f) => f.forge({ signature: Buffer.concat([genuine(f), Buffer.alloc(1)]).toString('base64url') }),
  ],
  ...[
    ['r of zero', zero, undefined],
    ['s of zero', undefined, zero],
    ['r and s of one', one, one],
    ['r of the order', order, undefined],
    ['s of the order', undefined, order],
    ['r and s of the order', order, order],
    ['r and s above all', above, above],
  ].map(([name, r, s]): HostileCase => [
    `a signature with ${String(name)}`,
    'signature SIGNATURE_WRONG',
    (f) => f.forge({ signature: withHalves(genuine(f), r as Buffer | undefined, s as Buffer | undefined) }),
  ]),
  ['a signature with halves swapped', 'signature SIGNATURE_WRONG', (f) => f.forge({ signature: swapped(genuine(f)) })],
  ['a DER signature', 'signature SIGNATURE_WRONG', (f) => f.forge({ signature: der(genuine(f)) })],
  [
    'another token’s signature',
    'signature SIGNATURE_WRONG',
    (f) => f.forge({ signature: signatureOf('x.y', f.world.zhuzhou.privateJwk) }),
  ],
  [
    'a claim changed under the signature',
    'signature SIGNATURE_WRONG',
    (f) => f.forge({ payload: { ...f.payload, kind: '集体户' }, signature: signatureText(f) }),
  ],
  ['a signature with padding', 'format BASE64URL_MALFORMED', (f) => f.forge({ signature: `${signatureText(f)}==` })],
  [
    'a signature with stray bits',
    'format BASE64URL_MALFORMED',
    (f) => f.forge({ signature: strayBits(signatureText(f)) }),
  ],
  [
    'a signature in plain base64',
    'format BASE64URL_MALFORMED',
    (f) => f.forge({ signature: `+/${signatureText(f).slice(2)}` }),
  ],
];

/** Texts that another reader could read otherwise. */
const texts: HostileCase[] = [
  ['white space around it', 'format BASE64URL_MALFORMED', (f) => ` ${f.genuine}`],
  ['a line break in it', 'format BASE64URL_MALFORMED', (f) => f.genuine.replace('.', '\n.')],
  ['a line break at its end', 'format BASE64URL_MALFORMED', (f) => `${f.genuine}\n`.replace('~\n', '\n~')],
  ['a fourth part', 'format TOKEN_MALFORMED', (f) => f.genuine.replace('~', '.AA~')],
  ['two parts', 'format TOKEN_MALFORMED', (f) => `${f.jwt.split('.').slice(0, 2).join('.')}~`],
  ['no end mark', 'format TOKEN_MALFORMED', (f) => f.jwt],
  ['nothing', 'format TOKEN_MALFORMED', () => ''],
  ['only marks', 'format TOKEN_MALFORMED', () => '~~~~'],
  ['a megabyte', 'format TOKEN_TOO_LARGE', (f) => f.genuine + 'A'.repeat(1 << 20)],
  ['thousands of disclosures', 'format TOKEN_TOO_LARGE', (f) => `${f.jwt}~${'WyJhIiwiYiIsMV0~'.repeat(5000)}`],
];

/** JSON that means different things to different readers. */
const json: [string, string, (payload: string) => string][] = [
  ['an issuer named twice', 'JSON_NAME_REPEATED', (text) => text.replace('{', '{"iss":"https://evil.example",')],
  [
    'an issuer named twice in other letters',
    'JSON_NAME_REPEATED',
    (text) => text.replace('{', '{"\\u0069ss":"https://evil.example",'),
  ],
  ['a name twice in a nested object', 'JSON_NAME_REPEATED', (text) => text.replace('"idx"', '"idx":1,"idx"')],
  ['a prototype', 'JSON_NAME_REFUSED', (text) => text.replace('{', '{"__proto__":{"exp":1},')],
  ['a byte-order mark', 'JSON_MALFORMED', (text) => `\uFEFF${text}`],
  ['something behind the object', 'JSON_MALFORMED', (text) => `${text} {}`],
  ['a comment', 'JSON_MALFORMED', (text) => `${text}/* valid */`],
  ['an infinite end', 'JSON_MALFORMED', (text) => text.replace(/"exp":\d+/, '"exp":1e999')],
  ['a list for an object', 'JSON_MALFORMED', () => '[]'],
  ['a depth without end', 'JSON_TOO_DEEP', (text) => text.replace('{', `{"x":${'['.repeat(5000)}${']'.repeat(5000)},`)],
];

/** Sloppy encodings and broken signatures. */
export const hostileEncodings: HostileCase[] = [
  ...signatures,
  ...texts,
  ...json.map(([name, reason, change]): HostileCase => [
    name,
    `format ${reason}`,
    (f) => f.forge({ payload: change(JSON.stringify(f.payload)) }),
  ]),
  [
    'an algorithm named twice',
    'format JSON_NAME_REPEATED',
    (f) => f.forge({ header: JSON.stringify(f.header).replace('{', '{"alg":"none",') }),
  ],
  [
    'bytes that are no text',
    'format JSON_MALFORMED',
    (f) => rawPayload(Buffer.from([0x7b, 0xff, 0x7d]), f.world.zhuzhou.privateJwk, f),
  ],
];

function genuine(forger: Forger): Buffer {
  return Buffer.from(signatureText(forger), 'base64url');
}

function signatureText(forger: Forger): string {
  return forger.jwt.split('.')[2] ?? '';
}

function withHalves(signature: Buffer, r?: Buffer, s?: Buffer): string {
  return Buffer.concat([r ?? signature.subarray(0, 32), s ?? signature.subarray(32)]).toString('base64url');
}

function swapped(signature: Buffer): string {
  return Buffer.concat([signature.subarray(32), signature.subarray(0, 32)]).toString('base64url');
}

function der(signature: Buffer): string {
  const integer = (half: Buffer) => Buffer.concat([Buffer.from([2, 33, 0]), half]);
  const both = Buffer.concat([integer(signature.subarray(0, 32)), integer(signature.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, both.length]), both]).toString('base64url');
}

/** The same 64 bytes to a sloppy reader: the last of 86 characters has four bits that count for nothing. */
function strayBits(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return text.slice(0, -1) + alphabet.charAt(alphabet.indexOf(text.slice(-1)) + 1);
}

function rawPayload(payload: Buffer, key: JWK, forger: Forger): string {
  const input = `${encode(forger.header)}.${payload.toString('base64url')}`;
  return `${input}.${signatureOf(input, key)}~`;
}
