import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** The files that an operator would hand to each program, made once and kept between starts. */
export interface Keys {
  /** Private JWK with which the province signs trust list and node directory. */
  readonly provinceKey: string;
  /** Its public half: the one trust anchor every program is given. */
  readonly trustAnchor: string;
  /** 32 random bytes, base64url: the provincial key of the holder HMAC. */
  readonly holderKey: string;
  /** Private JWK of a node's exchange key. */
  nodeKey(division: string): string;
  /** What the directory publishes for it. */
  publicNodeKey(division: string): JWK;
}

/** Makes what is missing of the sandbox's keys. Private files are readable by their owner alone. */
export async function provisionKeys(directory: string, divisions: readonly string[]): Promise<Keys> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = (name: string): string => join(directory, name);
  const publicFile = (name: string): string => file(`${name}.public.json`);

  for (const name of ['province', ...divisions.map((division) => `node-${division}`)]) {
    if (existsSync(publicFile(name))) continue;
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const publicJwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    writeJson(file(`${name}.json`), { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' });
    writeJson(publicFile(name), { ...publicJwk, kid, alg: 'ES256', use: 'sig' });
  }
  if (!existsSync(file('holder.key'))) {
    writeFileSync(file('holder.key'), randomBytes(32).toString('base64url'), { mode: 0o600 });
  }

  return {
    provinceKey: file('province.json'),
    trustAnchor: publicFile('province'),
    holderKey: file('holder.key'),
    nodeKey: (division) => file(`node-${division}.json`),
    publicNodeKey: (division) => JSON.parse(readFileSync(publicFile(`node-${division}`), 'utf8')) as JWK,
  };
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}
