import { deepestJson } from '../encoding/strict-json.js';
import type { Json } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import { structuralNames } from '../sd-jwt/disclosure.js';
import { technicalClaims } from '../sd-jwt/technical-claims.js';
import type { IssueRequest } from './issue-credential.js';

/** Digests take a level in an object (`_sd`) or array (`...`), a disclosure one more. */
const deepestClaims = deepestJson - 2;

/** Refuses what no verifier would read as it was meant. @throws CredentialFault */
export function refuseUnissuable(request: IssueRequest): void {
  const reserved = Object.keys(request.claims).find((name) => technicalClaims.includes(name));
  if (reserved !== undefined) throw new CredentialFault('CLAIM_NAME_RESERVED', reserved);
  refuseStructure(request.claims, 1);
  if (!Number.isSafeInteger(request.status.index) || request.status.index < 0) {
    throw new CredentialFault('CLAIM_MISSING', 'status');
  }
  if (request.validUntil && request.validUntil <= request.validFrom) throw new CredentialFault('CLAIM_MISSING', 'exp');
}

function refuseStructure(value: Json, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepestClaims) throw new CredentialFault('JSON_TOO_DEEP');
  if (Array.isArray(value)) {
    for (const element of value) refuseStructure(element, depth + 1);
    return;
  }
  for (const name of Object.keys(value)) {
    if (structuralNames.includes(name) || name === '__proto__') throw new CredentialFault('CLAIM_NAME_RESERVED', name);
    refuseStructure(value[name] ?? null, depth + 1);
  }
}
