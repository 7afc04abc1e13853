import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { type Clock, KuashiError } from '#libs/kernel';
import { discoverKeys, isOfToken } from '#libs/platform';
import { TokenFault } from './token-fault.js';
import { readWalletToken, type WalletToken } from './wallet-token.js';

/** Whose tokens are taken, and for whom they must be meant. */
export interface AccessTokenOptions {
  /** The authorization server. */
  readonly issuer: string;
  /** The credential issuer's own URL. */
  readonly audience: string;
  readonly clock: Clock;
  /** By default the server's JWKS, found by discovery at the first token. */
  readonly keys?: JWTVerifyGetKey;
}

/** Verifies access tokens for this credential issuer (RFC 9068): signature with a pinned algorithm, typ, iss, aud, exp. */
export class AccessTokens {
  private keys: JWTVerifyGetKey | undefined;

  constructor(private readonly options: AccessTokenOptions) {
    this.keys = options.keys;
  }

  /** @throws TokenFault invalid_token; KuashiError LOGIN_UNREACHABLE when the server's keys cannot be had */
  async read(token: string): Promise<WalletToken> {
    return readWalletToken(await this.claimsOf(token));
  }

  private async claimsOf(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, await this.issuerKeys(), {
        issuer: this.options.issuer,
        audience: this.options.audience,
        typ: 'at+jwt',
        algorithms: ['ES256'],
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: this.options.clock.now(),
      });
      return payload;
    } catch (fault) {
      if (isOfToken(fault)) throw new TokenFault('invalid_token', describe(fault));
      throw new KuashiError('LOGIN_UNREACHABLE', { cause: fault });
    }
  }

  private async issuerKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= await discoverKeys(this.options.issuer, fetch);
    return this.keys;
  }
}

function describe(fault: errors.JOSEError): string {
  if (fault instanceof errors.JWTExpired) return 'has expired';
  if (fault instanceof errors.JWTClaimValidationFailed) return `${fault.claim} is not what it must be`;
  return 'is not a token of the authorization server';
}
