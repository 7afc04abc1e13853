import { createHmac, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '#libs/testing';
import { goodQuery, type Abuse } from './abuse.js';
import type { Sent } from './wire.js';

type Members = Readonly<Record<string, unknown>>;

/** Tokens that say who somebody is, and may not be believed: forged, expired, meant for others. */
export async function tokenAbuses(world: World): Promise<Abuse[]> {
  const good = await world.tokenOf('cs-citizen-1');
  const [head = '', payload = '', signature = ''] = good.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Members;
  const { kid, ...login } = readLoginKey(world);
  const loginKey = createPrivateKey({ key: login, format: 'jwk' });
  const { privateKey: ownKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const token = (changed: Members, header: Members = {}, key: KeyObject = loginKey): string =>
    written({ alg: 'ES256', typ: 'at+jwt', kid, ...header }, { ...claims, ...changed }, key);
  const now = Math.floor(Date.now() / 1000);
  return [
    abuse('without a signature', `${encoded({ alg: 'none', typ: 'at+jwt' })}.${payload}.`),
    abuse('whose signature was cut off', `${head}.${payload}.`),
    abuse('with the signature of another', `${head}.${encoded({ ...claims, roles: ['auditor'] })}.${signature}`),
    abuse(
      'signed with the public key as a secret',
      confused(`${encoded({ alg: 'HS256', typ: 'at+jwt', kid })}.${payload}`, login),
    ),
    abuse('signed with a key of one’s own', token({}, {}, ownKey)),
    abuse('with the key to verify it', token({}, { jwk: publicKey.export({ format: 'jwk' }) }, ownKey)),
    abuse('with the address of such a key', token({}, { jku: 'http://127.0.0.1:1/jwks', kid: 'mine' }, ownKey)),
    abuse('with a path for a key', token({}, { kid: '../../../../dev/null' }, ownKey)),
    abuse('with an extension that must be understood', token({}, { crit: ['exp2'], exp2: 1 })),
    abuse('that has expired', token({ iat: now - 7200, exp: now - 3600 }), 'TOKEN_EXPIRED'),
    abuse('that never ends', token({ exp: undefined })),
    abuse('that is not valid yet', token({ nbf: now + 3600 })),
    abuse('for somebody else', token({ aud: 'another-service' })),
    abuse('for nobody', token({ aud: undefined })),
    abuse('of another issuer', token({ iss: 'https://login.evil.example' })),
    abuse('of another kind', token({}, { typ: 'JWT' })),
    abuse('as long as headers may be', 'a'.repeat(15_000)),
    abuse('that is none', '../../etc/passwd'),
    { ...abuse('that is a password', ''), sent: asking(['Authorization', 'Basic YTpi']) },
    {
      ...abuse('before a good one', ''),
      sent: asking(['Authorization', 'Bearer x.y.z'], ['Authorization', `Bearer ${good}`]),
    },
  ];
}

function readLoginKey({ stateDirectory }: World): Members & { readonly d: string } {
  const file = join(stateDirectory, 'identity', 'identity-keys.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { signing: Members & { d: string } }).signing;
}

function written(header: Members, claims: Members, key: KeyObject): string {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** A token of HS256, whose secret is what everybody knows: a verifier that lets the token choose believes it. */
function confused(input: string, { d: _, ...publicKey }: Members & { readonly d: string }): string {
  return `${input}.${createHmac('sha256', JSON.stringify(publicKey)).update(input).digest('base64url')}`;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const asking = (...headers: NonNullable<Sent['headers']>): Sent => ({
  headers,
  body: JSON.stringify({ query: goodQuery }),
});

function abuse(what: string, token: string, code = 'TOKEN_INVALID'): Abuse {
  return { what: `a token ${what}`, sent: asking(['Authorization', `Bearer ${token}`]), status: 401, code };
}
