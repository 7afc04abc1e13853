import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { Forger, HostileCase } from './forger.js';

/** Header parameters that point to a key or an address of the attacker's. */
const injected: [string, (forger: Forger) => unknown][] = [
  ['jwk', ({ attacker }) => attacker.publicJwk],
  ['jku', ({ evil }) => `${evil}/jwks.json`],
  ['x5u', ({ evil }) => `${evil}/chain.pem`],
  ['crit', () => ['exp']],
  ['b64', () => false],
  ['zip', () => 'DEF'],
];

/** Algorithm and key confusion, injected keys and addresses, wrong types. */
export const hostileHeaders: HostileCase[] = [
  [
    'alg none without a signature',
    'algorithm ALGORITHM_NOT_ALLOWED',
    (f) => f.forge({ header: { ...f.header, alg: 'none' }, signature: '' }),
  ],
  ...['none', 'None', 'NONE', 'HS256', 'RS256', 'PS256', 'ES384', 'ES512', 'ES256K', 'EdDSA', 'es256', ''].map(
    (alg): HostileCase => [
      `alg ${alg} over the issuer's own signature`,
      'algorithm ALGORITHM_NOT_ALLOWED',
      (f) => f.withHeader({ alg }),
    ],
  ),
  ['no alg', 'algorithm ALGORITHM_NOT_ALLOWED', (f) => f.withHeader({ alg: undefined })],
  ['alg as a list', 'algorithm ALGORITHM_NOT_ALLOWED', (f) => f.withHeader({ alg: ['ES256'] })],
  [
    'HS256 with the public JWK as secret',
    'algorithm ALGORITHM_NOT_ALLOWED',
    (f) => f.hmac(JSON.stringify(publicJwk(f))),
  ],
  ['HS256 with the public PEM as secret', 'algorithm ALGORITHM_NOT_ALLOWED', (f) => f.hmac(pem(f))],
  ...injected.map(([name, value]): HostileCase => [
    `${name} in the header, signed by the attacker`,
    'format HEADER_PARAMETER_REFUSED',
    (f) => f.withHeader({ [name]: value(f) }, f.attacker.privateJwk),
  ]),
  ...injected.map(([name, value]): HostileCase => [
    `${name} in the header, signed by the issuer`,
    'format HEADER_PARAMETER_REFUSED',
    (f) => f.withHeader({ [name]: value(f) }),
  ]),
  [
    'jwk of the attacker and its kid',
    'format HEADER_PARAMETER_REFUSED',
    (f) => f.withHeader({ kid: f.attacker.kid, jwk: f.attacker.publicJwk }, f.attacker.privateJwk),
  ],
  ['x5c of the attacker', 'signature SIGNATURE_WRONG', (f) => f.withHeader({ x5c: ['MIIB'] }, f.attacker.privateJwk)],
  ['no kid', 'issuer KEY_UNKNOWN', (f) => f.withHeader({ kid: undefined })],
  ...[7, null, '', '__proto__', 'constructor', '../../etc/passwd', "' OR 1=1 --", 'file:///dev/null', [], {}].map(
    (kid): HostileCase => [
      `kid ${JSON.stringify(kid)}`,
      'issuer KEY_UNKNOWN',
      (f) => f.withHeader({ kid }, f.attacker.privateJwk),
    ],
  ),
  [
    'kid that is an address',
    'issuer KEY_UNKNOWN',
    (f) => f.withHeader({ kid: `${f.evil}/key` }, f.attacker.privateJwk),
  ],
  ['kid with white space', 'issuer KEY_UNKNOWN', (f) => f.withHeader({ kid: ` ${f.header.kid as string}` })],
  ['kid in a list', 'issuer KEY_UNKNOWN', (f) => f.withHeader({ kid: [f.header.kid] })],

  ['kid of the attacker', 'issuer KEY_UNKNOWN', (f) => f.withHeader({ kid: f.attacker.kid }, f.attacker.privateJwk)],
  [
    'kid of another issuer, signed by the first',
    'issuer ISSUER_MISMATCH',
    (f) => f.withHeader({ kid: f.world.changsha.key.kid }),
  ],
  [
    'kid of the issuer, signed by another issuer',
    'signature SIGNATURE_WRONG',
    (f) => f.forge({ key: f.world.changsha.privateJwk }),
  ],
  [
    'kid of the key for status lists',
    'issuer KEY_UNKNOWN',
    (f) => f.withHeader({ kid: f.world.zhuzhou.statusKey.kid }),
  ],
  ...[
    'JWT',
    'vc+sd-jwt',
    'kb+jwt',
    'statuslist+jwt',
    'at+jwt',
    'DC+SD-JWT',
    'application/dc+sd-jwt',
    '',
    undefined,
  ].map((typ): HostileCase => [`typ ${typ}`, 'tokenType TOKEN_TYPE_WRONG', (f) => f.withHeader({ typ })]),
];

function publicJwk(forger: Forger) {
  return forger.world.zhuzhou.entry.keys[0]?.jwk;
}

function pem(forger: Forger): string {
  const key = createPublicKey({ key: publicJwk(forger) as JsonWebKey, format: 'jwk' });
  return key.export({ type: 'spki', format: 'pem' }).toString();
}
