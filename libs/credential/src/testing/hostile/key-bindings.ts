import { generateHolderKey } from '../../key/keys.js';
import { digestOf } from '../../sd-jwt/disclosure.js';
import { encode, signatureOf, type Forger, type HostileCase } from './forger.js';

const now = Date.parse('2026-03-02T08:00:00Z') / 1000;

const statements: [string, string, object][] = [
  ['for another audience', 'KEY_BINDING_AUDIENCE_WRONG', { aud: 'https://evil.example' }],
  ['for several audiences', 'KEY_BINDING_AUDIENCE_WRONG', { aud: ['https://xiangtan.example'] }],
  ['for no audience', 'KEY_BINDING_AUDIENCE_WRONG', { aud: undefined }],
  ['for another request', 'KEY_BINDING_NONCE_WRONG', { nonce: 'n-0' }],
  ['for no request', 'KEY_BINDING_NONCE_WRONG', { nonce: undefined }],
  ['of an hour ago', 'KEY_BINDING_NOT_FRESH', { iat: now - 3600 }],
  ['of the future', 'KEY_BINDING_NOT_FRESH', { iat: now + 3600 }],
  ['of no time', 'KEY_BINDING_NOT_FRESH', { iat: undefined }],
  ['of a time in words', 'KEY_BINDING_NOT_FRESH', { iat: `${now}` }],
  ['over another presentation', 'KEY_BINDING_HASH_WRONG', { sd_hash: 'x' }],
  ['over nothing', 'KEY_BINDING_HASH_WRONG', { sd_hash: undefined }],
];

const headers: [string, string, object][] = [
  ['of another type', 'TOKEN_TYPE_WRONG', { typ: 'JWT' }],
  ['of the credential’s type', 'TOKEN_TYPE_WRONG', { typ: 'dc+sd-jwt' }],
  ['with alg none', 'ALGORITHM_NOT_ALLOWED', { alg: 'none' }],
  ['with alg HS256', 'ALGORITHM_NOT_ALLOWED', { alg: 'HS256' }],
  ['with the other curve’s algorithm', 'ALGORITHM_NOT_ALLOWED', { alg: 'EdDSA' }],
  ['with a key of its own', 'HEADER_PARAMETER_REFUSED', { jwk: { kty: 'EC' } }],
  ['with an address of a key', 'HEADER_PARAMETER_REFUSED', { jku: 'https://evil.example/jwks' }],
];

/** Replays and forgeries of the proof of possession; the verifier expects one for its audience and nonce. */
export const hostileKeyBindings: HostileCase[] = [
  ...statements.map(([name, reason, payload]): HostileCase => [
    `a proof ${name}`,
    `keyBinding ${reason}`,
    (f) => f.rebound({ payload }),
  ]),
  ...headers.map(([name, reason, header]): HostileCase => [
    `a proof ${name}`,
    `keyBinding ${reason}`,
    (f) => f.rebound({ header }),
  ]),
  ['no proof', 'keyBinding KEY_BINDING_MISSING', (f) => f.genuine],
  ['a proof by another key', 'keyBinding SIGNATURE_WRONG', (f) => f.rebound({ key: f.attacker.privateJwk })],
  ['a proof by the issuer', 'keyBinding SIGNATURE_WRONG', (f) => f.rebound({ key: f.world.zhuzhou.privateJwk })],
  [
    'a disclosure taken away after the proof',
    'keyBinding KEY_BINDING_HASH_WRONG',
    async (f) => withoutFirst(await f.bound(['name', 'address'])),
  ],
  [
    'a disclosure added after the proof',
    'keyBinding KEY_BINDING_HASH_WRONG',
    async (f) => (await f.bound([])).replace('~', `~${f.disclosures[0]}~`),
  ],
  ['a proof taken from another presentation', 'keyBinding KEY_BINDING_HASH_WRONG', (f) => transplanted(f)],
  ['a credential bound to no key', 'keyBinding HOLDER_KEY_MISSING', (f) => bindTo(f, undefined)],
  [
    'a credential bound to a private key',
    'keyBinding HOLDER_KEY_MISSING',
    (f) => bindTo(f, { jwk: f.holder.privateJwk }),
  ],
  [
    'a credential bound to a key by address',
    'keyBinding HOLDER_KEY_MISSING',
    (f) => bindTo(f, { jku: 'https://evil.example/jwks' }),
  ],
  [
    'a credential bound to a symmetric key',
    'keyBinding HOLDER_KEY_MISSING',
    (f) => bindTo(f, { jwk: { kty: 'oct', k: 'AA' } }),
  ],
  [
    'a credential bound to no point of the curve',
    'keyBinding HOLDER_KEY_MISSING',
    (f) => bindTo(f, { jwk: { ...f.holder.publicJwk, y: f.holder.publicJwk.x } }),
  ],
  [
    'a credential bound to a key of another curve',
    'keyBinding ALGORITHM_NOT_ALLOWED',
    async (f) => bindTo(f, { jwk: (await generateHolderKey('EdDSA')).publicJwk }),
  ],
];

function withoutFirst(presentation: string): string {
  return presentation.split('~').toSpliced(1, 1).join('~');
}

async function transplanted(forger: Forger): Promise<string> {
  const [one, other] = await Promise.all([forger.bound(['name']), forger.bound(['address'])]);
  return one.slice(0, one.lastIndexOf('~') + 1) + other.slice(other.lastIndexOf('~') + 1);
}

/** A credential with this `cnf`, and a proof that is right but for the key. */
function bindTo(forger: Forger, cnf: object | undefined): string {
  const presented = forger.forge({ payload: { ...forger.payload, cnf }, disclosures: [] });
  const payload = { iat: now, aud: 'https://xiangtan.example', nonce: 'n-1', sd_hash: digestOf(presented) };
  const input = `${encode({ alg: 'ES256', typ: 'kb+jwt' })}.${encode(payload)}`;
  return `${presented}${input}.${signatureOf(input, forger.holder.privateJwk)}`;
}
