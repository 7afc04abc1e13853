import { compactVerify, importJWK, type JWK } from 'jose';
import type { KeyEntry } from '#libs/credential';
import { KuashiError } from '#libs/kernel';

/** `typ` of an issuer statement. */
export const issuerStatementTyp = 'kuashi-issuer-statement+jwt';

/** What a node says of one authority it holds the keys of. */
export interface StatedIssuer {
  /** 统一社会信用代码 of the authority. */
  readonly authority: string;
  readonly keys: readonly KeyEntry[];
  /** URL prefixes under which its status lists lie. */
  readonly statusLists: readonly string[];
}

/** A node's signed statement about its issuers (颁发机构): which authorities, which keys, where their status is read. */
export interface IssuerStatement {
  /** Division of the node. */
  readonly iss: string;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly issuers: readonly StatedIssuer[];
}

/** The division a statement says it comes from, before anything is verified: only to find the key. */
export function statedDivision(token: string): string {
  const claims = decode(token);
  if (typeof claims.iss !== 'string') throw malformed('iss');
  return claims.iss;
}

/**
 * Verifies a statement against the keys that the directory gives its node.
 * @throws ENVELOPE_INVALID
 */
export async function verifyStatement(token: string, keys: readonly JWK[]): Promise<IssuerStatement> {
  for (const jwk of keys) {
    const key = await importJWK(jwk, 'ES256');
    const verified = await compactVerify(token, key, { algorithms: ['ES256'] }).catch(() => undefined);
    if (verified === undefined) continue;
    if (verified.protectedHeader.typ !== issuerStatementTyp) throw malformed('typ');
    return shapeOf(decode(token));
  }
  throw malformed('signature');
}

function decode(token: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof claims === 'object' && claims !== null) return claims as Record<string, unknown>;
  } catch {
    // said below
  }
  throw malformed('payload');
}

/** Keys are checked in full when the trust list is made; here only what the rules look at. */
function shapeOf({ iss, iat, issuers }: Record<string, unknown>): IssuerStatement {
  if (typeof iss !== 'string' || !Number.isSafeInteger(iat) || !Array.isArray(issuers)) throw malformed('payload');
  if (!issuers.every(isStated)) throw malformed('issuers');
  return { iss, iat: iat as number, issuers };
}

function isStated(issuer: unknown): issuer is StatedIssuer {
  const { authority, keys, statusLists } = (issuer ?? {}) as Partial<Record<keyof StatedIssuer, unknown>>;
  const lists = Array.isArray(statusLists) && statusLists.every((prefix) => typeof prefix === 'string');
  return typeof authority === 'string' && Array.isArray(keys) && lists;
}

/** The error for a statement that is not one, or that no trust list could hold. */
export function malformed(reason: string): KuashiError {
  return new KuashiError('ENVELOPE_INVALID', { params: { reason } });
}
