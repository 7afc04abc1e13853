import { KuashiError, type DivisionCode } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { IntakeRecord } from './intake-record.entity.js';

type Intake = Pick<IntakeRecord, 'window' | 'applicant'>;

/** Whether the caller is a clerk of the window. */
export const isClerkOf = (caller: Caller, window: string): boolean =>
  caller.roles.includes('window-clerk') && caller.window === window;

const overseer = (caller: Caller, city: DivisionCode): boolean =>
  caller.city === city && (caller.roles.includes('supervisor') || caller.roles.includes('auditor'));

/** A clerk takes papers at the own window only. @throws FORBIDDEN */
export function assertMayReceive(caller: Caller, window: string): void {
  if (!isClerkOf(caller, window)) throw new KuashiError('FORBIDDEN', { field: 'input.window' });
}

/** An intake is read by its window, its applicant, and those who oversee the city. */
export function mayRead(caller: Caller, { window, applicant }: Intake, city: DivisionCode): boolean {
  return isClerkOf(caller, window) || caller.holder === applicant || overseer(caller, city);
}

/** A window's list is read by its clerks and those who oversee the city. @throws FORBIDDEN */
export function assertMayList(caller: Caller, window: string, city: DivisionCode): void {
  if (!isClerkOf(caller, window) && !overseer(caller, city)) throw new KuashiError('FORBIDDEN', { field: 'window' });
}
