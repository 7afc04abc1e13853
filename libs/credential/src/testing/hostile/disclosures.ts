import type { Json } from '../../json.js';
import { digestOf } from '../../sd-jwt/disclosure.js';
import { encode, type Forger, type HostileCase } from './forger.js';

/** Disclosures that are not what the issuer made for this credential. */
const added: [string, string, (forger: Forger) => string[]][] = [
  [
    'the same disclosure twice',
    'disclosures DISCLOSURE_REPEATED',
    ({ disclosures }) => [...disclosures, ...disclosures.slice(0, 1)],
  ],
  [
    'a disclosure made up',
    'disclosures DISCLOSURE_UNREFERENCED',
    ({ disclosures }) => [...disclosures, encode(['s', 'name', '李四'])],
  ],
  ['a disclosure with another value', 'disclosures DISCLOSURE_UNREFERENCED', () => [encode(['s', 'members', 30])]],
  ['an array element made up', 'disclosures DISCLOSURE_UNREFERENCED', () => [encode(['s', 'x'])]],
  ['a disclosure of no parts', 'format DISCLOSURE_MALFORMED', () => [encode([])]],
  ['a disclosure of four parts', 'format DISCLOSURE_MALFORMED', () => [encode(['s', 'a', 1, 2])]],
  ['a disclosure without salt', 'format DISCLOSURE_MALFORMED', () => [encode([null, 'a', 1])]],
  ['a disclosure with an empty salt', 'format DISCLOSURE_MALFORMED', () => [encode(['', 'a', 1])]],
  ['a disclosure whose name is no text', 'format DISCLOSURE_MALFORMED', () => [encode(['s', 1, 1])]],
  ['a disclosure that is an object', 'format DISCLOSURE_MALFORMED', () => [encode({ salt: 's', name: 'a' })]],
  ['an empty disclosure', 'format JSON_MALFORMED', () => ['']],
  ['a disclosure with padding', 'format BASE64URL_MALFORMED', ({ disclosures }) => [`${disclosures[0]}=`]],
  ['a disclosure of _sd', 'format CLAIM_NAME_RESERVED', () => [encode(['s', '_sd', []])]],
  ['a disclosure of ...', 'format CLAIM_NAME_RESERVED', () => [encode(['s', '...', 'x'])]],
  ['a disclosure of _sd_alg', 'format CLAIM_NAME_RESERVED', () => [encode(['s', '_sd_alg', 'md5'])]],
  ['a prototype in a disclosure', 'format JSON_NAME_REFUSED', () => [encode('["s","a",{"__proto__":{}}]')]],
  ['a disclosure of a prototype', 'format JSON_NAME_REFUSED', () => [encode(['s', '__proto__', { exp: 9e10 }])]],
  ['a name twice in a disclosure', 'format JSON_NAME_REPEATED', () => [encode('["s","a",{"b":1,"b":2}]')]],
];

/** Hides a claim under the issuer's own signature. */
function hiding(name: string, value: Json): (forger: Forger) => string {
  return (forger) => {
    const disclosure = encode(['salt', name, value]);
    const payload = { ...forger.payload, [name]: undefined, _sd: [digestOf(disclosure)] };
    return forger.forge({ payload, disclosures: [disclosure] });
  };
}

/** Payloads signed by the issuer that no RFC 9901 issuer may make. */
const structures: [string, string, (forger: Forger) => string][] = [
  ...['iss', 'exp', 'nbf', 'vct', 'status', 'cnf', 'identifier', 'sub', 'aud'].map(
    (name): [string, string, (forger: Forger) => string] => [
      `${name} hidden`,
      ['iss'].includes(name) ? 'issuer ISSUER_MISMATCH' : 'disclosures CLAIM_NOT_HIDEABLE',
      hiding(name, 'x'),
    ],
  ),
  ['a visible claim hidden as well', 'disclosures CLAIM_REPEATED', (f) => both(f)],
  ['a digest twice', 'disclosures DIGEST_REPEATED', (f) => f.withClaims({ _sd: [...digests(f), ...digests(f)] })],
  ['a digest twice in two places', 'disclosures DIGEST_REPEATED', (f) => f.withClaims({ home: { _sd: digests(f) } })],
  ['a digest that is no text', 'disclosures DIGEST_MALFORMED', (f) => f.withClaims({ _sd: [7] })],
  ['digests that are no list', 'disclosures DIGEST_MALFORMED', (f) => f.withClaims({ _sd: 'x' })],
  [
    'an element that is more than a digest',
    'disclosures DIGEST_MALFORMED',
    (f) => f.withClaims({ list: [{ '...': 'x', y: 1 }] }),
  ],
  ['... outside an array', 'disclosures CLAIM_NAME_RESERVED', (f) => f.withClaims({ '...': 'x' })],
  ['_sd_alg below the top', 'disclosures CLAIM_NAME_RESERVED', (f) => f.withClaims({ home: { _sd_alg: 'sha-256' } })],
  ['digests by MD5', 'disclosures HASH_NOT_ALLOWED', (f) => f.withClaims({ _sd_alg: 'md5' })],
  ['digests by SHA-512', 'disclosures HASH_NOT_ALLOWED', (f) => f.withClaims({ _sd_alg: 'sha-512' })],
  [
    'a claim where an array element belongs',
    'disclosures DISCLOSURE_MALFORMED',
    (f) => misplaced(f, ['s', 'a', 1], 'array'),
  ],
  [
    'an array element where a claim belongs',
    'disclosures DISCLOSURE_MALFORMED',
    (f) => misplaced(f, ['s', 1], 'object'),
  ],
];

/** Games with disclosures. */
export const hostileDisclosures: HostileCase[] = [
  ...added.map(([name, objection, disclosures]): HostileCase => [
    name,
    objection,
    (f) => f.forge({ disclosures: disclosures(f) }),
  ]),
  ...structures,
  [
    'a disclosure of another credential',
    'disclosures DISCLOSURE_UNREFERENCED',
    async (f) => f.genuine + (await foreign(f)),
  ],
];

function digests(forger: Forger): Json[] {
  return forger.payload._sd as Json[];
}

function both(forger: Forger): string {
  const disclosure = encode(['salt', 'kind', '集体户']);
  return forger.forge({ payload: { ...forger.payload, _sd: [digestOf(disclosure)] }, disclosures: [disclosure] });
}

function misplaced(forger: Forger, parts: Json[], where: 'array' | 'object'): string {
  const disclosure = encode(parts);
  const digest = digestOf(disclosure);
  const payload = { ...forger.payload, home: where === 'array' ? [{ '...': digest }] : { _sd: [digest] } };
  return forger.forge({ payload, disclosures: [disclosure] });
}

async function foreign(forger: Forger): Promise<string> {
  const other = await forger.world.issue();
  return `${other.split('~')[1]}~`;
}
