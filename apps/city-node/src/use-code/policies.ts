import { cityOf, type DivisionCode, KuashiError } from '#libs/kernel';
import type { Caller, CallerRole } from '#libs/platform';

/** Who scans codes: clerks at windows, and those who take applications in. */
export const redeemingRoles = ['window-clerk', 'acceptance-clerk'] as const satisfies readonly CallerRole[];

/** A clerk redeems codes for the own city only. @returns the role in which @throws FORBIDDEN */
export function assertMayRedeem(caller: Caller, division: string, city: DivisionCode): CallerRole {
  const role = redeemingRoles.find((each) => caller.roles.includes(each));
  if (role && caller.city === city && cityOf(division as DivisionCode) === city) return role;
  throw new KuashiError('FORBIDDEN', { field: 'input.division' });
}
