import { type DivisionCode, KuashiError } from '#libs/kernel';
import type { Caller, CallerRole } from '#libs/platform';
import type { DisputeRecord } from './dispute.entity.js';

/** Who may answer for the owner's city, and who may reply for the authority that used the certificate. */
export const answeringRoles = ['auditor', 'supervisor', 'issuing-officer'] as const satisfies readonly CallerRole[];
export const replyingRoles = [
  'acceptance-clerk',
  'reviewer',
  'decider',
  'supervisor',
] as const satisfies readonly CallerRole[];
/** Who sees the disputes of a city. */
export const readingRoles = ['auditor', 'issuing-officer', ...replyingRoles] as const satisfies readonly CallerRole[];

type Dispute = Pick<DisputeRecord, 'owner' | 'issuer' | 'verifier' | 'verifierAuthority' | 'holder'>;

const worksAs = (caller: Caller, city: string, roles: readonly CallerRole[]): boolean =>
  caller.city === city && roles.some((role) => caller.roles.includes(role));

/** A member of staff of the authority that used it; without an authority of one's own, of any of the city. */
const isVerifiers = (caller: Caller, { verifier, verifierAuthority }: Dispute): boolean =>
  worksAs(caller, verifier, replyingRoles) &&
  (caller.authority === undefined || caller.authority === verifierAuthority || caller.roles.includes('supervisor'));

/** Who oversees the city, and officers of the authority that issued it; without an authority of one's own, of any. */
const isOwners = (caller: Caller, { owner, issuer }: Dispute): boolean =>
  worksAs(caller, owner, answeringRoles) && (overseesCity(caller) || caller.authority === issuer);

const overseesCity = (caller: Caller): boolean =>
  caller.authority === undefined || caller.roles.includes('auditor') || caller.roles.includes('supervisor');

/** The city that owns the certificate answers. @throws FORBIDDEN */
export function assertMayAnswer(caller: Caller, dispute: Dispute, city: DivisionCode): void {
  if (dispute.owner !== city || !isOwners(caller, dispute)) throw new KuashiError('FORBIDDEN');
}

/** The authority that used the certificate replies. @throws FORBIDDEN */
export function assertMayReply(caller: Caller, dispute: Dispute, city: DivisionCode): void {
  if (dispute.verifier !== city || !isVerifiers(caller, dispute)) throw new KuashiError('FORBIDDEN');
}

/** The holder, and both sides as far as a node belongs to them. */
export function mayRead(caller: Caller, dispute: Dispute, city: DivisionCode): boolean {
  if (caller.holder !== undefined && caller.holder === (dispute.holder as typeof caller.holder)) return true;
  if (caller.city !== city) return false;
  return isOwners(caller, dispute) || isVerifiers(caller, dispute);
}

/** Which rows a member of staff may list at a node: what {@link mayRead} says, as conditions. */
export function scopesOf(
  caller: Caller,
  city: DivisionCode,
): {
  readonly owner?: string;
  readonly issuer?: string;
  readonly verifier?: string;
  readonly verifierAuthority?: string;
}[] {
  const issuer = overseesCity(caller) ? {} : { issuer: caller.authority };
  const asOwner = worksAs(caller, city, answeringRoles) ? [{ owner: city, ...issuer }] : [];
  if (!worksAs(caller, city, replyingRoles)) return asOwner;
  const all = caller.authority === undefined || caller.roles.includes('supervisor');
  return [...asOwner, { verifier: city, ...(!all && { verifierAuthority: caller.authority }) }];
}
