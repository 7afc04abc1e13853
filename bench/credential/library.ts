import { hash, randomBytes } from 'node:crypto';
import type { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import type * as Jose from 'jose';
import type { JWK } from 'jose';
import { peer } from '../peers/peers.js';
import type { Sample } from './sample.js';

/**
 * `@sd-jwt/sd-jwt-vc` over the sample, as fast as its interface allows: jose signs and verifies with keys that are
 * imported once (those of the holders too), and hashes and salts come from node:crypto. What it verifies when it is
 * measured has no status claim, for it would open the list anew each time.
 * @param statusListToken what it finds at the status list's address
 */
export async function createLibrary(sample: Sample, statusListToken: string) {
  const { SDJwtVcInstance: Instance } = await peer<{ SDJwtVcInstance: typeof SDJwtVcInstance }>('@sd-jwt/sd-jwt-vc');
  const jose = await peer<typeof Jose>('jose');
  const { issuerKey, holders } = sample;
  const signer = await signerOf(jose, issuerKey.privateJwk);
  const verifier = await verifierOf(jose, issuerKey.publicJwk);
  const statusVerifier = await verifierOf(jose, sample.statusKey.publicJwk);
  const known = new Map<unknown, Verify>();
  for (const { publicJwk } of holders) known.set(publicJwk.x, await verifierOf(jose, publicJwk));
  const bound = async (payload: object) => holderOf(payload, known);
  const base = {
    ...{ signer, verifier, signAlg: 'ES256', kbSignAlg: 'ES256', hashAlg: 'sha-256' as const },
    hasher: (data: string | ArrayBuffer) =>
      hash('sha256', typeof data === 'string' ? data : Buffer.from(data), 'buffer'),
    saltGenerator: (length: number) => randomBytes(length).toString('base64url'),
    kbVerifier: async (data: string, signature: string, payload: object) => (await bound(payload))(data, signature),
    statusListFetcher: () => Promise.resolve(statusListToken),
    statusVerifier,
  };
  const instance = new Instance(base);
  const payload = (holder: number, status: boolean) => ({
    iss: sample.issuer,
    iat: Math.floor(Date.now() / 1000),
    nbf: sample.from,
    exp: sample.until,
    vct: sample.vct,
    identifier: sample.identifier,
    ...(status && { status: { status_list: { idx: 42, uri: sample.statusUri } } }),
    cnf: { jwk: { ...holders[holder]?.publicJwk } },
    ...sample.claims,
  });
  const header = { kid: issuerKey.kid };
  const shown = Object.fromEntries(sample.names.map((name) => [name, true]));
  return {
    issue: (holder: number, status = true): Promise<string> =>
      instance.issue(payload(holder, status), { _sd: [...sample.names] }, { header }),
    present: async (credential: string, holder: number): Promise<string> => {
      const kbSigner = await signerOf(jose, holders[holder]?.privateJwk ?? {});
      const iat = Math.floor(Date.now() / 1000);
      const kb = { payload: { iat, aud: sample.audience, nonce: sample.nonce } };
      return new Instance({ ...base, kbSigner }).present(credential, shown, { kb });
    },
    verify: async (presentation: string): Promise<Record<string, unknown>> => {
      const { payload: verified } = await instance.verify(presentation, { keyBindingNonce: sample.nonce });
      return verified;
    },
  };
}

/** The library as a contestant. */
export type Library = Awaited<ReturnType<typeof createLibrary>>;

type Verify = (data: string, signature: string) => Promise<boolean>;

function holderOf(payload: object, known: ReadonlyMap<unknown, Verify>): Verify {
  const { cnf } = payload as { cnf?: { jwk?: JWK } };
  return known.get(cnf?.jwk?.x) ?? (() => Promise.resolve(false));
}

/** The library hands over `header.payload` and wants the signature; jose takes both parts and gives all three. */
async function signerOf(jose: typeof Jose, privateJwk: JWK): Promise<(data: string) => Promise<string>> {
  const key = await jose.importJWK(privateJwk, 'ES256');
  return async (data) => {
    const [header = '', payload = ''] = data.split('.');
    const protectedHeader = JSON.parse(Buffer.from(header, 'base64url').toString()) as Jose.CompactJWSHeaderParameters;
    const signing = new jose.CompactSign(Buffer.from(payload, 'base64url')).setProtectedHeader(protectedHeader);
    return (await signing.sign(key)).slice(data.length + 1);
  };
}

async function verifierOf(jose: typeof Jose, publicJwk: JWK): Promise<Verify> {
  const key = await jose.importJWK(publicJwk, 'ES256');
  return async (data, signature) => {
    await jose.compactVerify(`${data}.${signature}`, key, { algorithms: ['ES256'] });
    return true;
  };
}
