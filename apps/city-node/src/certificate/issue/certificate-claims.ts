import { KuashiError, type ErrorParams } from '#libs/kernel';
import type { CertificateType } from '#seeds';
import type { CertificateClaims } from '../certificate-record.entity.js';

/** Path of a claim in the order that states it. */
export const claimField = (name: string): string => `input.claims.${name}`;

/** Longest text of a claim, in characters: with all its claims a credential stays well below what verifiers read. */
const longestClaim = 2000;

const refused = (field: string, params: ErrorParams): KuashiError => new KuashiError('BAD_INPUT', { field, params });

/**
 * Puts the claims of a type together: what the register writes and what the order states, in the order of the type.
 * @param written what the register knows by itself; undefined: unknown to it, null: the certificate has none
 * @throws BAD_INPUT for a claim the type does not have, a value that is none, a claim that contradicts the register,
 * and for claims that are missing, all of them at once
 */
export function joinClaims(
  type: CertificateType,
  stated: CertificateClaims,
  written: Readonly<Record<string, CertificateClaims[string] | undefined>>,
): CertificateClaims {
  for (const [name, value] of Object.entries(stated)) assertStatable(type, { name, value, written: written[name] });
  const valueOf = (name: string) => said(written[name]) ?? said(stated[name]);
  const optional = new Set([...type.optionalClaims, ...Object.keys(written).filter((name) => written[name] === null)]);
  const missing = type.claims.filter((name) => valueOf(name) === undefined && !optional.has(name));
  if (missing.length > 0) {
    const limit = missing.join(', ');
    throw refused('input.claims', { constraint: 'hasClaims', limit, reason: `lacks ${limit}` });
  }
  return Object.fromEntries(
    type.claims.flatMap((name) => {
      const value = valueOf(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

const said = (value: CertificateClaims[string] | undefined) => (value === null || value === '' ? undefined : value);

interface StatedClaim {
  readonly name: string;
  readonly value: unknown;
  readonly written: CertificateClaims[string] | undefined;
}

function assertStatable(type: CertificateType, { name, value, written }: StatedClaim): void {
  const field = claimField(name);
  if (!type.claims.includes(name)) {
    throw refused(field, { constraint: 'isClaimOfType', limit: type.key, reason: `is no claim of ${type.key}` });
  }
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) {
    throw refused(field, { constraint: 'isClaimValue', reason: 'must be text, a number, true or false' });
  }
  if (typeof value === 'string' && value.length > longestClaim) {
    const reason = `must have at most ${longestClaim} characters`;
    throw refused(field, { constraint: 'maxLength', limit: String(longestClaim), reason });
  }
  if (written !== undefined && value !== null && value !== written) {
    throw refused(field, { constraint: 'isRegistersWord', reason: 'is written by the register and cannot differ' });
  }
}
