import { isDivisionCode, type Holder } from '#libs/kernel';
import type { JWTPayload } from 'jose';
import { callerRoles, type Caller, type CallerRole } from './caller.js';

/** The caller a verified token speaks of. Roles nobody knows are left out: they open nothing. */
export function callerOf(claims: JWTPayload): Caller {
  const holderKind = claims['holder_kind'];
  const city = textClaim(claims, 'city');
  return {
    signedIn: true,
    subject: claims.sub ?? '',
    clientId: textClaim(claims, 'client_id') ?? '',
    roles: rolesOf(claims['roles']),
    holder: textClaim(claims, 'holder') as Holder | undefined,
    holderKind: holderKind === 'natural-person' || holderKind === 'legal-person' ? holderKind : undefined,
    city: city !== undefined && isDivisionCode(city) ? city : undefined,
    window: textClaim(claims, 'window'),
    authority: textClaim(claims, 'authority'),
  };
}

function textClaim(claims: JWTPayload, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function rolesOf(claim: unknown): readonly CallerRole[] {
  return Array.isArray(claim) ? callerRoles.filter((role) => claim.includes(role)) : [];
}
