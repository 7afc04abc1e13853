import { KuashiError, type Clock } from '#libs/kernel';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { callerOf } from './caller-claims.js';
import { anonymous, type Caller } from './caller.js';

/** Audience of every access token of the gateway and the nodes. */
export const accessTokenAudience = 'kuashi';

/** How access tokens are verified. */
export interface CallerAuthenticationOptions {
  /** The OpenID issuer. */
  readonly issuer: string;
  readonly clock: Clock;
  /** The issuer's keys; by default its JWKS, found by discovery at the first token. */
  readonly keys?: JWTVerifyGetKey;
  readonly fetch?: typeof fetch;
}

/** Caller and token of a request. */
export interface AuthenticatedCaller {
  readonly caller: Caller;
  readonly token?: string;
  /** When the token expires, milliseconds since the epoch; absent when anonymous. */
  readonly expires?: number;
}

/** A token that was verified, as it came. */
interface Verified extends AuthenticatedCaller {
  readonly authorization: string;
  readonly expires: number;
}

const mostRemembered = 10_000;
const nobody: AuthenticatedCaller = Object.freeze({ caller: anonymous });

/** Verifies access tokens (RFC 9068: typ, iss, aud, exp, signature with a pinned algorithm) and remembers the verified ones. */
export class CallerAuthentication {
  /** By the end of the header; a known caller costs one look-up and one comparison. */
  readonly #verified = new Map<string, Verified>();
  #keys: JWTVerifyGetKey | undefined;

  constructor(private readonly options: CallerAuthenticationOptions) {
    this.#keys = options.keys;
  }

  /**
   * The caller of a request, by its Authorization header; anonymous without one.
   * @throws KuashiError TOKEN_EXPIRED; TOKEN_INVALID; LOGIN_UNREACHABLE when the issuer's keys cannot be had.
   */
  async authenticate(authorization: string | undefined): Promise<AuthenticatedCaller> {
    return this.known(authorization) ?? (await this.#verify(authorization ?? ''));
  }

  /**
   * The same for those who are known already: nobody, or who sent this very header before.
   * @throws KuashiError TOKEN_EXPIRED
   */
  known(authorization: string | undefined): AuthenticatedCaller | undefined {
    if (authorization === undefined || authorization === '') return nobody;
    const entry = this.#verified.get(endOf(authorization));
    if (entry?.authorization !== authorization) return undefined;
    if (this.millisecondsUntil(entry.expires) > 0) return entry;
    this.#verified.delete(endOf(authorization));
    throw new KuashiError('TOKEN_EXPIRED');
  }

  /** Milliseconds until an instant, by the clock that tokens are judged by; negative when it is past. */
  millisecondsUntil(instant: number): number {
    return instant - this.options.clock.now().getTime();
  }

  async #verify(authorization: string): Promise<AuthenticatedCaller> {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new KuashiError('TOKEN_INVALID');
    const payload = await this.#payload(token);
    const authenticated = { authorization, caller: callerOf(payload), token, expires: (payload.exp ?? 0) * 1000 };
    if (this.#verified.size >= mostRemembered) this.#forgetOldest();
    this.#verified.set(endOf(authorization), authenticated);
    return authenticated;
  }

  async #payload(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, await this.#issuerKeys(), {
        issuer: this.options.issuer,
        audience: accessTokenAudience,
        typ: 'at+jwt',
        algorithms: ['ES256', 'RS256'],
        requiredClaims: ['exp', 'iat', 'sub', 'client_id'],
        currentDate: this.options.clock.now(),
      });
      return payload;
    } catch (fault) {
      throw tokenError(fault);
    }
  }

  async #issuerKeys(): Promise<JWTVerifyGetKey> {
    this.#keys ??= await discoverKeys(this.options.issuer, this.options.fetch ?? fetch);
    return this.#keys;
  }

  #forgetOldest(): void {
    const oldest = this.#verified.keys().next();
    if (!oldest.done) this.#verified.delete(oldest.value);
  }
}

/** Half of a signature tells tokens apart; to hash a whole token costs as much as all other look-ups of a request. */
const endOf = (authorization: string): string => authorization.slice(-43);

/** An issuer's public keys: its JWKS, found by discovery. @throws when the issuer cannot be had or is another one */
export async function discoverKeys(issuer: string, fetchFrom: typeof fetch): Promise<JWTVerifyGetKey> {
  const answer = await fetchFrom(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(3000) });
  const metadata = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (metadata.issuer !== issuer || typeof metadata.jwks_uri !== 'string') throw new Error('Not the issuer expected');
  return createRemoteJWKSet(new URL(metadata.jwks_uri), { cooldownDuration: 10_000, timeoutDuration: 3000 });
}

/** A fault of the token is the caller's; keys that cannot be had say nothing about the token. */
function tokenError(fault: unknown): KuashiError {
  if (fault instanceof errors.JWTExpired) return new KuashiError('TOKEN_EXPIRED');
  return new KuashiError(isOfToken(fault) ? 'TOKEN_INVALID' : 'LOGIN_UNREACHABLE', { cause: fault });
}

/** How jose says that the issuer's keys did not come, or came as something else. */
const ofKeys = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Whether a verification failed for the token's fault: keys that cannot be had say nothing about the token. */
export const isOfToken = (fault: unknown): fault is errors.JOSEError =>
  fault instanceof errors.JOSEError && !ofKeys.has(fault.code);
