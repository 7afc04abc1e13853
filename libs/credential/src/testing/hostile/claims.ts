import { createCertificateIdentifier } from '#libs/kernel';
import type { HostileCase } from './forger.js';

const ofAnotherType = createCertificateIdentifier({
  typeCode: '11100000000013338W011',
  issuer: '11430299MXG0000182',
  serial: '2026200000001',
  version: 1,
});
const uri = 'https://zhuzhou.example/status/1';
const now = Date.parse('2026-03-02T08:00:00Z') / 1000;
const year = 365 * 86_400;

const times: [string, string, Record<string, unknown>][] = [
  ['expired', 'validity EXPIRED', { exp: now - 1 }],
  ['ending now', 'validity EXPIRED', { exp: now }],
  ['without an end but null', 'validity CLAIM_MISSING', { exp: null }],
  ['with an end in a list', 'validity CLAIM_MISSING', { exp: [now + 60] }],
  ['with a beginning before all time', 'validity CLAIM_MISSING', { nbf: -1 }],
  ['beginning past the leeway', 'validity NOT_YET_VALID', { nbf: now + 61 }],
  ['issued in milliseconds', 'issuerKeyPeriod CLAIM_MISSING', { iat: now * 1000 }],
  ['with an end in words', 'validity CLAIM_MISSING', { exp: '2099-01-01' }],
  ['with an end before all time', 'validity CLAIM_MISSING', { exp: -1 }],
  ['not yet valid', 'validity NOT_YET_VALID', { nbf: now + 3600 }],
  ['with a beginning in words', 'validity CLAIM_MISSING', { nbf: 'now' }],
  ['issued in the future', 'validity NOT_YET_VALID', { iat: now + 3600 }],
  ['without time of issue', 'issuerKeyPeriod CLAIM_MISSING', { iat: undefined }],
  ['with time of issue in words', 'issuerKeyPeriod CLAIM_MISSING', { iat: `${now}` }],
  ['issued before the key was', 'issuerKeyPeriod KEY_OUT_OF_PERIOD', { iat: now - year }],
  ['issued after the key was retired', 'issuerKeyPeriod KEY_OUT_OF_PERIOD', { iat: now + 3 * year }],
];

const references: [string, string, unknown][] = [
  ['a status list in a list', 'status STATUS_MISSING', { status_list: [{ idx: 1, uri }] }],
  ['a status by another mechanism', 'status STATUS_MISSING', { identifier_list: { id: 'x', uri } }],
  ['an index above all', 'status STATUS_MISSING', { status_list: { idx: 2 ** 53, uri } }],
  ['an address in a list', 'status STATUS_MISSING', { status_list: { idx: 1, uri: [uri] } }],
  ['no status', 'status STATUS_MISSING', undefined],
  ['an empty status', 'status STATUS_MISSING', {}],
  ['an index below zero', 'status STATUS_MISSING', { status_list: { idx: -1, uri } }],
  ['half an index', 'status STATUS_MISSING', { status_list: { idx: 0.5, uri } }],
  ['an index in words', 'status STATUS_MISSING', { status_list: { idx: '1', uri } }],
  [
    'a list of another issuer',
    'status STATUS_LIST_NOT_OWNED',
    { status_list: { idx: 1, uri: 'https://changsha.example/status/1' } },
  ],
  [
    'a list at the cloud’s metadata',
    'status STATUS_LIST_NOT_OWNED',
    { status_list: { idx: 1, uri: 'http://169.254.169.254/' } },
  ],
  [
    'a list outside the issuer’s path',
    'status STATUS_LIST_NOT_OWNED',
    { status_list: { idx: 1, uri: 'https://zhuzhou.example/status/../x' } },
  ],
];

const identifiers: [string, string, unknown][] = [
  ['no identifier', 'identifier IDENTIFIER_MALFORMED', undefined],
  [
    'a wrong check character',
    'identifier IDENTIFIER_MALFORMED',
    '1.2.156.3005.2.11430099MXG000018P001.11430299MXG0000182.2026200000001.001.7',
  ],
  [
    'another issuer’s identifier',
    'identifier IDENTIFIER_MISMATCH',
    '1.2.156.3005.2.11430099MXG000018P001.11430199MXG000018W.2026100000001.001.0',
  ],
  ['another type’s identifier', 'identifier IDENTIFIER_MISMATCH', ofAnotherType.value],
];

/** Addresses of status lists that are not the issuer's, however they look. */
const addresses: [string, (evil: string) => string][] = [
  ['the attacker’s', (evil) => `${evil}/status/1`],
  ['a name that begins like the issuer’s', () => 'https://zhuzhou.example.evil.example/status/1'],
  ['the issuer’s name before an @', () => 'https://zhuzhou.example@evil.example/status/1'],
  ['the issuer’s with a user', () => 'https://u:p@zhuzhou.example/status/1'],
  ['the issuer’s with a query', (evil) => `${uri}?next=${evil}`],
  ['the issuer’s with a fragment', () => `${uri}#1`],
  ['the issuer’s in capitals', () => uri.replace('zhuzhou', 'ZHUZHOU')],
  ['the issuer’s without TLS', () => uri.replace('https', 'http')],
  ['the issuer’s at another port', () => 'https://zhuzhou.example:8443/status/1'],
  ['the issuer’s by dots in code', () => 'https://zhuzhou.example/status/%2e%2e/x'],
  ['the issuer’s by a backslash', () => 'https://zhuzhou.example\\status\\1'],
  ['a file', () => 'file:///etc/passwd'],
  ['data', () => 'data:application/statuslist+jwt,x'],
  ['a script', () => 'javascript:alert(1)'],
  ['the machine itself', () => 'http://127.0.0.1:22/'],
  ['the machine itself, as a number', () => 'http://2130706433/'],
  ['the machine itself, of version 6', () => 'http://[::1]/status/1'],
  ['no scheme', () => '//evil.example/status/1'],
  ['no place', () => ''],
];

/** Properly signed, and still not to be accepted: wrong time, issuer, type, identifier, status. */
export const hostileClaims: HostileCase[] = [
  ...times.map(([name, objection, claims]): HostileCase => [name, objection, (f) => f.withClaims(claims)]),
  ...references.map(([name, objection, status]): HostileCase => [name, objection, (f) => f.withClaims({ status })]),
  ...identifiers.map(([name, objection, identifier]): HostileCase => [
    name,
    objection,
    (f) => f.withClaims({ identifier }),
  ]),
  ['in the name of another issuer', 'issuer ISSUER_MISMATCH', (f) => f.withClaims({ iss: f.world.changsha.key.uri })],
  ['in no issuer’s name', 'issuer ISSUER_MISMATCH', (f) => f.withClaims({ iss: undefined })],
  ['in two issuers’ names', 'issuer ISSUER_MISMATCH', (f) => f.withClaims({ iss: [f.world.zhuzhou.key.uri] })],
  ['of an unknown type', 'type TYPE_UNKNOWN', (f) => f.withClaims({ vct: 'urn:kuashi:type:crown' })],
  ['of no type', 'type TYPE_UNKNOWN', (f) => f.withClaims({ vct: undefined })],
  ['of a type by address', 'type TYPE_UNKNOWN', (f) => f.withClaims({ vct: `${f.evil}/type` })],
  ['of a type in a list', 'type TYPE_UNKNOWN', (f) => f.withClaims({ vct: [f.world.vct] })],
  ['of a type spelled otherwise', 'type TYPE_UNKNOWN', (f) => f.withClaims({ vct: `${f.world.vct} ` })],
  ...addresses.map(([name, address]): HostileCase => [
    `with a status list at ${name}`,
    'status STATUS_LIST_NOT_OWNED',
    (f) => f.withClaims({ status: { status_list: { idx: 1, uri: address(f.evil) } } }),
  ]),
  ...['https://xiangtan.example', ['https://xiangtan.example'], 7, null].map((aud): HostileCase => [
    `made for ${JSON.stringify(aud)} alone`,
    'validity AUDIENCE_WRONG',
    (f) => f.withClaims({ aud }),
  ]),
  [
    'of a type the issuer may not issue',
    'entitlement ISSUER_NOT_ENTITLED',
    ({ world }) => world.issue({ issuer: world.changsha.key }),
  ],
];
