import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** The login's secrets: the key access tokens are signed with, and the keys of its cookies. */
export class SigningKeys {
  constructor(
    /** Private JWK, ES256, with `kid`. */
    readonly signing: JWK,
    readonly cookies: readonly string[],
  ) {}
}

/** The keys in the state folder; made at the first start, readable by the program's user only. */
export async function loadOrMakeKeys(stateDir: string): Promise<SigningKeys> {
  const file = join(stateDir, 'identity-keys.json');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) {
    const { signing, cookies } = JSON.parse(kept) as { signing: JWK; cookies: string[] };
    return new SigningKeys(signing, cookies);
  }
  const keys = await makeKeys();
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(keys, null, 2), { mode: 0o600 });
  return keys;
}

async function makeKeys(): Promise<SigningKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return new SigningKeys({ ...jwk, kid, use: 'sig', alg: 'ES256' }, [randomBytes(32).toString('base64url')]);
}
