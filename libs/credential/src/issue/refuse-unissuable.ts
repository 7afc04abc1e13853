import { isJsonObject, type Json } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import { structuralNames } from '../sd-jwt/disclosure.js';
import { technicalClaims } from '../sd-jwt/technical-claims.js';
import type { IssueRequest } from './issue-credential.js';

/** Refuses what no verifier would read as it was meant. @throws CredentialFault */
export function refuseUnissuable(request: IssueRequest): void {
  const reserved = Object.keys(request.claims).find((name) => technicalClaims.includes(name));
  if (reserved !== undefined) throw new CredentialFault('CLAIM_NAME_RESERVED', reserved);
  refuseStructuralNames(request.claims);
  const absent = request.disclosable.find((name) => !Object.hasOwn(request.claims, name));
  if (absent !== undefined) throw new CredentialFault('CLAIM_UNKNOWN', absent);
  if (new Set(request.disclosable).size < request.disclosable.length) throw new CredentialFault('CLAIM_REPEATED');
  if (!Number.isSafeInteger(request.status.index) || request.status.index < 0) {
    throw new CredentialFault('CLAIM_MISSING', 'status');
  }
  if (request.validUntil && request.validUntil <= request.validFrom) throw new CredentialFault('CLAIM_MISSING', 'exp');
}

function refuseStructuralNames(value: Json): void {
  if (Array.isArray(value)) value.forEach(refuseStructuralNames);
  if (!isJsonObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (structuralNames.includes(name) || name === '__proto__') throw new CredentialFault('CLAIM_NAME_RESERVED', name);
    refuseStructuralNames(member);
  }
}
