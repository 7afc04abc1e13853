import type { DivisionCode, Holder } from '#libs/kernel';

/** What a caller may be, as the login says it (办事人、代理人、法人、窗口人员、受理、审查、决定、制证、督办、审计). */
export const callerRoles = [
  'citizen',
  'agent',
  'legal-person',
  'window-clerk',
  'acceptance-clerk',
  'reviewer',
  'decider',
  'issuing-officer',
  'supervisor',
  'auditor',
] as const;
/** One role. */
export type CallerRole = (typeof callerRoles)[number];

/** Who is asking, as the verified access token says it (RFC 9068). Nothing in it names a person. */
export interface Caller {
  /** False for the anonymous caller: no token was sent. */
  readonly signedIn: boolean;
  /** Opaque subject of the token; empty when anonymous. */
  readonly subject: string;
  /** HMAC of the person's or enterprise's number under the provincial key; absent for staff without one. */
  readonly holder?: Holder;
  readonly holderKind?: 'natural-person' | 'legal-person';
  readonly roles: readonly CallerRole[];
  /** City a member of staff works for. */
  readonly city?: DivisionCode;
  /** Window a clerk sits at, `win_…`. */
  readonly window?: string;
  /** Authority an officer acts for, its unified social credit code; absent: every authority of the city. */
  readonly authority?: string;
  /** The client the token was issued to; empty when anonymous. */
  readonly clientId: string;
}

/** The caller that sent no token. */
export const anonymous: Caller = Object.freeze({ signedIn: false, subject: '', roles: [], clientId: '' });
