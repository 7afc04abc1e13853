import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

/** How a wallet signs with one key of its own. */
export interface WalletSigner {
  readonly method: 'jwk';
  readonly publicJwk: JWK & { kty: string };
  readonly alg: 'ES256' | 'EdDSA';
}

/** The private keys of a wallet, found by their public half. */
export class WalletKeys {
  private readonly keys = new Map<string, JWK>();

  /** Makes a key pair and says how to sign with it. */
  async create(alg: WalletSigner['alg'] = 'ES256'): Promise<WalletSigner> {
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    const privateJwk = await exportJWK(privateKey);
    const publicJwk = { ...privateJwk };
    delete publicJwk.d;
    this.keys.set(await calculateJwkThumbprint(publicJwk), privateJwk);
    return { method: 'jwk', publicJwk: { ...publicJwk, kty: publicJwk.kty ?? '' }, alg };
  }

  /** The private half of a key of this wallet's. @throws Error for another's */
  async privateJwk(publicJwk: JWK): Promise<JWK> {
    const found = this.keys.get(await calculateJwkThumbprint(publicJwk));
    if (!found) throw new Error('the wallet has no such key');
    return found;
  }

  /** Signs a JWT as its header says, with the key that `publicJwk` names. */
  async sign(publicJwk: JWK, { header, payload }: { header: object; payload: object }): Promise<string> {
    const { alg } = header as { alg: string };
    const key = (await importJWK(await this.privateJwk(publicJwk), alg)) as CryptoKey;
    return new SignJWT({ ...payload }).setProtectedHeader({ ...header, alg }).sign(key);
  }
}
