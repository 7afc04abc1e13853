import { type Holder, KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { HolderKind } from '../person/index.js';
import type { MandateRecord } from './mandate.entity.js';

type Parties = Pick<MandateRecord, 'principal' | 'agent'>;

/** The side of a mandate on which the caller stands; undefined for a stranger. */
export function sideOf({ holder }: Caller, { principal, agent }: Parties): 'principal' | 'agent' | undefined {
  if (holder === undefined) return undefined;
  if (holder === principal) return 'principal';
  return holder === agent ? 'agent' : undefined;
}

/** One gives a mandate in one's own name only. @throws FORBIDDEN */
export function principalOf({ holder, holderKind: kind }: Caller): { holder: Holder; kind: HolderKind } {
  if (!holder || !kind) throw new KuashiError('FORBIDDEN');
  return { holder, kind };
}
