import type { JWTPayload } from 'jose';
import type { Holder } from '#libs/kernel';
import { TokenFault } from './token-fault.js';

/** One credential that the token speaks of (`authorization_details`, RFC 9396). */
export interface AuthorisedCredential {
  readonly configuration: string;
  /** What the wallet has to ask by. */
  readonly identifiers: readonly string[];
}

/** What an access token for this credential issuer says. */
export interface WalletToken {
  readonly subject: string;
  /** Absent for a wallet that named no client. */
  readonly clientId?: string;
  /** Whose certificates may be issued. */
  readonly holder: Holder;
  readonly scopes: readonly string[];
  /** Undefined: the token was granted by scope. */
  readonly authorised?: readonly AuthorisedCredential[];
  /** Thumbprint of the key the token is bound to (DPoP). */
  readonly boundTo?: string;
}

/** Reads the claims of a token whose signature, issuer, audience and time were checked. @throws TokenFault invalid_token */
export function readWalletToken(claims: JWTPayload): WalletToken {
  const { sub: subject = '', holder, client_id: clientId, scope, authorization_details: details, cnf } = claims;
  if (typeof holder !== 'string' || holder === '') throw new TokenFault('invalid_token', 'names no holder');
  const authorised = Array.isArray(details) ? authorisedCredentials(details) : undefined;
  const boundTo = thumbprintOf(cnf);
  return {
    subject,
    holder: holder as Holder,
    scopes: typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [],
    ...(typeof clientId === 'string' && clientId !== '' && { clientId }),
    ...(authorised !== undefined && { authorised }),
    ...(boundTo !== undefined && { boundTo }),
  };
}

/** A confirmation that cannot be read must not become a token without one. */
function thumbprintOf(cnf: unknown): string | undefined {
  if (cnf === undefined) return undefined;
  const { jkt } = (cnf !== null && typeof cnf === 'object' ? cnf : {}) as Record<string, unknown>;
  if (typeof jkt !== 'string') throw new TokenFault('invalid_token', 'is bound in a way unknown here');
  return jkt;
}

function authorisedCredentials(details: readonly unknown[]): AuthorisedCredential[] {
  return details.flatMap((detail) => {
    const { type, ...rest } = (detail ?? {}) as Record<string, unknown>;
    const { credential_configuration_id: configuration, credential_identifiers: identifiers } = rest;
    if (type !== 'openid_credential' || typeof configuration !== 'string' || !Array.isArray(identifiers)) return [];
    return [{ configuration, identifiers: identifiers.filter((each): each is string => typeof each === 'string') }];
  });
}
