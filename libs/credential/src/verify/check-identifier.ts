import { parseCertificateIdentifier } from '#libs/kernel';
import type { Json } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import type { TypeRule } from './verification-context.js';

/** The 电子证照标识 is well formed (GB/T 36904, with its check character) and names this issuer and this type. */
export function faultOfIdentifier(
  identifier: Json | undefined,
  authority: string,
  rule: TypeRule | undefined,
): CredentialFault | undefined {
  const parts = typeof identifier === 'string' ? parse(identifier) : undefined;
  if (parts === undefined) return new CredentialFault('IDENTIFIER_MALFORMED');
  const ofIssuer = String(parts.issuer) === authority;
  const ofType = rule?.code === undefined || String(parts.typeCode) === rule.code;
  return ofIssuer && ofType ? undefined : new CredentialFault('IDENTIFIER_MISMATCH');
}

function parse(identifier: string) {
  try {
    return parseCertificateIdentifier(identifier);
  } catch {
    return undefined;
  }
}
