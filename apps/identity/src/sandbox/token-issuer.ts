import { randomUUID } from 'node:crypto';
import { accessTokenAudience } from '#libs/platform';
import { SignJWT } from 'jose';
import type { SigningKeys } from '../keys/index.js';
import type { PersonaDirectory } from '../persona/index.js';

/** A token to make. */
export interface TokenOrder {
  readonly persona: string;
  /** Seconds from issue to expiry. */
  readonly ttl: number;
  /** Seconds since the token was issued: with an age above the ttl it has expired already. */
  readonly age: number;
}

/** Makes access tokens without a login, the same as the login's in all but the client. Sandbox only. */
export class TokenIssuer {
  constructor(
    private readonly issuer: string,
    private readonly keys: SigningKeys,
    private readonly personas: PersonaDirectory,
  ) {}

  /** @throws KuashiError PERSONA_UNKNOWN */
  async issue({ persona, ttl, age }: TokenOrder): Promise<string> {
    const { subject, claims } = this.personas.byId(persona);
    const issuedAt = Math.floor(Date.now() / 1000) - age;
    return new SignJWT({ ...claims, client_id: 'kuashi-sandbox', scope: 'kuashi' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: this.keys.signing.kid })
      .setIssuer(this.issuer)
      .setAudience(accessTokenAudience)
      .setSubject(subject)
      .setJti(randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + ttl)
      .sign(this.keys.signing);
  }
}
