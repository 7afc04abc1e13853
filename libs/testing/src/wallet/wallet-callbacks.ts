import { hash, X509Certificate } from 'node:crypto';
import type { CallbackContext, JwtSigner } from '@openid4vc/oauth2';
import { CompactEncrypt, compactVerify, importJWK, type JWK } from 'jose';

/** What the message library leaves to a wallet: cryptography and the network. */
export const walletCallbacks = {
  hash: (data: Uint8Array, algorithm: string) => new Uint8Array(hash(nameOf(algorithm), data, 'buffer')),
  getX509CertificateMetadata: () => ({ sanDnsNames: [], sanUriNames: [] }),
  verifyJwt: async (signer: JwtSigner, { compact }: { compact: string }) => {
    if (signer.method !== 'x5c') return { verified: false };
    const { publicKey } = new X509Certificate(Buffer.from(signer.x5c[0] ?? '', 'base64'));
    await compactVerify(compact, publicKey, { algorithms: ['ES256'] });
    return { verified: true, signerJwk: publicKey.export({ format: 'jwk' }) as never };
  },
  encryptJwe: async ({ publicJwk, alg, enc, apu, apv }: Encryption, data: string) => {
    const encryption = new CompactEncrypt(new TextEncoder().encode(data))
      .setProtectedHeader({ alg, enc, kid: publicJwk.kid })
      .setKeyManagementParameters({ ...bytes('apu', apu), ...bytes('apv', apv) });
    return { jwe: await encryption.encrypt(await importJWK(publicJwk, alg)), encryptionJwk: publicJwk as never };
  },
  decryptJwe: () => ({ decrypted: false }),
  signJwt: () => Promise.reject(new Error('this wallet signs no messages')),
  fetch,
} as const satisfies Partial<Record<keyof CallbackContext, unknown>> as unknown as Omit<
  CallbackContext,
  'generateRandom' | 'clientAuthentication'
>;

interface Encryption {
  readonly publicJwk: JWK;
  readonly alg: string;
  readonly enc: string;
  readonly apu?: string;
  readonly apv?: string;
}

const nameOf = (algorithm: string): string => algorithm.replace('-', '').toLowerCase();
const bytes = (name: string, text: string | undefined) =>
  text === undefined ? {} : { [name]: Buffer.from(text, 'base64url') };
