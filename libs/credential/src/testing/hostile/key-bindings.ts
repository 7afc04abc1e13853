import { hash } from 'node:crypto';
import { generateHolderKey } from '../../key/keys.js';
import { digestOf } from '../../sd-jwt/disclosure.js';
import { encode, signatureOf, type Forger, type HostileCase } from './forger.js';

const now = Date.parse('2026-03-02T08:00:00Z') / 1000;

const statements: [string, string, object][] = [
  ['for another audience', 'KEY_BINDING_AUDIENCE_WRONG', { aud: 'https://other.example' }],
  [
    'for an audience that begins alike',
    'KEY_BINDING_AUDIENCE_WRONG',
    { aud: 'https://xiangtan.example.other.example' },
  ],
  ['for the audience in capitals', 'KEY_BINDING_AUDIENCE_WRONG', { aud: 'HTTPS://XIANGTAN.EXAMPLE' }],
  ['for the request in a list', 'KEY_BINDING_NONCE_WRONG', { nonce: ['n-1'] }],
  ['for the request with white space', 'KEY_BINDING_NONCE_WRONG', { nonce: 'n-1 ' }],
  ['of a time in milliseconds', 'KEY_BINDING_NOT_FRESH', { iat: now * 1000 }],
  ['just too old', 'KEY_BINDING_NOT_FRESH', { iat: now - 301 }],
  ['that is over', 'KEY_BINDING_NOT_FRESH', { exp: now }],
  ['that is not yet', 'KEY_BINDING_NOT_FRESH', { nbf: now + 3600 }],
  ['with an end in words', 'KEY_BINDING_NOT_FRESH', { exp: 'never' }],
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
  ['without a type', 'TOKEN_TYPE_WRONG', { typ: undefined }],
  ['with its algorithm in small letters', 'ALGORITHM_NOT_ALLOWED', { alg: 'es256' }],
  ['with what must be understood', 'HEADER_PARAMETER_REFUSED', { crit: ['exp'] }],
  ['with an address of a chain', 'HEADER_PARAMETER_REFUSED', { x5u: 'https://other.example/chain' }],
  ['with alg none', 'ALGORITHM_NOT_ALLOWED', { alg: 'none' }],
  ['with alg HS256', 'ALGORITHM_NOT_ALLOWED', { alg: 'HS256' }],
  ['with the other curve’s algorithm', 'ALGORITHM_NOT_ALLOWED', { alg: 'EdDSA' }],
  ['with a key of its own', 'HEADER_PARAMETER_REFUSED', { jwk: { kty: 'EC' } }],
  ['with an address of a key', 'HEADER_PARAMETER_REFUSED', { jku: 'https://other.example/jwks' }],
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
  [
    'the disclosures in another order',
    'keyBinding KEY_BINDING_HASH_WRONG',
    async (f) => {
      const [jwt, one, other, proof] = (await f.bound(['name', 'address'])).split('~');
      return [jwt, other, one, proof].join('~');
    },
  ],
  [
    'a proof over the issuer’s JWT alone',
    'keyBinding KEY_BINDING_HASH_WRONG',
    (f) => f.rebound({ payload: { sd_hash: digestOf(f.jwt) } }),
  ],
  [
    'a proof over another hash of the same',
    'keyBinding KEY_BINDING_HASH_WRONG',
    (f) => f.rebound({ payload: { sd_hash: hash('sha512', `${f.jwt}~`, 'base64url') } }),
  ],
  ['a proof for another request, replayed', 'keyBinding KEY_BINDING_NONCE_WRONG', (f) => f.bound([], { nonce: 'n-7' })],
  [
    'a proof for another verifier, replayed',
    'keyBinding KEY_BINDING_AUDIENCE_WRONG',
    (f) => f.bound([], { audience: 'https://changsha.example' }),
  ],
  [
    'two proofs',
    'format BASE64URL_MALFORMED',
    async (f) => `${await f.bound()}~${(await f.bound()).split('~').at(-1)}`,
  ],
  ['the credential as its own proof', 'keyBinding TOKEN_TYPE_WRONG', (f) => `${f.jwt}~${f.jwt}`],
  ['a proof whose signature is cut short', 'keyBinding SIGNATURE_WRONG', async (f) => cutShort(await f.bound())],
  ['a proof without a signature', 'keyBinding SIGNATURE_WRONG', async (f) => (await f.bound()).replace(/[^.]*$/, '')],
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
    (f) => bindTo(f, { jku: `${f.evil}/jwks` }),
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

function cutShort(presentation: string): string {
  const signature = presentation.split('.').at(-1) ?? '';
  const cut = Buffer.from(signature, 'base64url').subarray(0, 63);
  return presentation.slice(0, -signature.length) + cut.toString('base64url');
}

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
