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
  [
    'a disclosure written otherwise',
    'disclosures DISCLOSURE_UNREFERENCED',
    ({ disclosures: [first = ''] }) => [encode(JSON.stringify(JSON.parse(decode(first)), undefined, 1))],
  ],
  [
    'a disclosure with another salt',
    'disclosures DISCLOSURE_UNREFERENCED',
    ({ disclosures: [first = ''] }) => [encode(['s', ...(JSON.parse(decode(first)) as Json[]).slice(1)])],
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
  [
    'a digest that begins with white space',
    'disclosures DISCLOSURE_UNREFERENCED',
    (f) => f.withClaims({ _sd: spaced(f) }),
  ],
  ['the algorithm of digests in capitals', 'disclosures HASH_NOT_ALLOWED', (f) => f.withClaims({ _sd_alg: 'SHA-256' })],
  ['no algorithm of digests', 'disclosures HASH_NOT_ALLOWED', (f) => f.withClaims({ _sd_alg: null })],
  ['algorithms of digests', 'disclosures HASH_NOT_ALLOWED', (f) => f.withClaims({ _sd_alg: ['sha-256'] })],
  ['digests in an object', 'disclosures DIGEST_MALFORMED', (f) => f.withClaims({ _sd: { 0: digests(f)[0] } })],
  ['no digests', 'disclosures DIGEST_MALFORMED', (f) => f.withClaims({ _sd: null })],
  ['an element whose digest is no text', 'disclosures DIGEST_MALFORMED', (f) => f.withClaims({ list: [{ '...': 7 }] })],
  [
    'a digest in an array and an object',
    'disclosures DIGEST_REPEATED',
    (f) => f.withClaims({ _sd: ['d'], list: [{ '...': 'd' }] }),
  ],
  [
    'an element twice',
    'disclosures DIGEST_REPEATED',
    (f) => f.withClaims({ _sd: [], list: [{ '...': 'd' }, { '...': 'd' }] }),
  ],
  [
    'one name under two digests',
    'disclosures CLAIM_REPEATED',
    (f) =>
      hidden(f, [
        ['s', 'a', 1],
        ['t', 'a', 2],
      ]),
  ],
  ['what is hidden in what is hidden, twice', 'disclosures DIGEST_REPEATED', (f) => twiceWithin(f)],
  [
    'a reserved name in what is hidden',
    'disclosures CLAIM_NAME_RESERVED',
    (f) => hidden(f, [['s', 'a', { _sd_alg: 'x' }]]),
  ],
  [
    'dots in what is hidden',
    'disclosures CLAIM_NAME_RESERVED',
    (f) => hidden(f, [['s', 'a', [{ b: { '...': 'x' } }]]]),
  ],
  [
    'digests in what is hidden that are none',
    'disclosures DIGEST_MALFORMED',
    (f) => hidden(f, [['s', 'a', { _sd: 1 }]]),
  ],
  ['a part without what is around it', 'disclosures DISCLOSURE_UNREFERENCED', (f) => orphan(f)],
  ['a depth without end, by disclosures', 'disclosures JSON_TOO_DEEP', (f) => nested(f, 400)],
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

/** Disclosures at the top that the issuer signed. */
function hidden(forger: Forger, parts: Json[][]): string {
  const disclosures = parts.map((each) => encode(each));
  return forger.forge({ payload: { ...forger.payload, _sd: disclosures.map(digestOf) }, disclosures });
}

/** An object in a disclosure that holds one more, a number of times. */
function nested(forger: Forger, times: number): string {
  const disclosures = [encode(['s', 'a', 1])];
  for (let each = 1; each < times; each++) {
    disclosures.push(encode(['s', 'a', { _sd: [digestOf(disclosures.at(-1) ?? '')] }]));
  }
  const payload = { ...forger.payload, _sd: [digestOf(disclosures.at(-1) ?? '')] };
  return forger.forge({ payload, disclosures });
}

function orphan(forger: Forger): string {
  const part = encode(['s', 'street', '神农大道']);
  const whole = encode(['s', 'home', { _sd: [digestOf(part)] }]);
  return forger.forge({ payload: { ...forger.payload, _sd: [digestOf(whole)] }, disclosures: [part] });
}

function twiceWithin(forger: Forger): string {
  const part = encode(['s', 'street', '神农大道']);
  const whole = encode(['s', 'home', { _sd: [digestOf(part)], work: { _sd: [digestOf(part)] } }]);
  return forger.forge({ payload: { ...forger.payload, _sd: [digestOf(whole)] }, disclosures: [whole, part] });
}

function spaced(forger: Forger): string[] {
  return digests(forger).map((digest) => ` ${digest as string}`);
}

function decode(disclosure: string): string {
  return Buffer.from(disclosure, 'base64url').toString('utf8');
}

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
