import type { Json, JsonObject } from '../json.js';
import { holderKeyOf } from '../key/holder-keys.js';
import type { VerificationReport } from '../report/report.js';
import { technicalClaims } from '../sd-jwt/technical-claims.js';
import type { AuthenticCredential } from './authenticate.js';
import type { TypeRule } from './verification-context.js';

type Content = Omit<VerificationReport, 'outcome' | 'checks' | 'checkedAt'>;

/** What an authentic credential says; whether it may be relied on is the outcome's to say. */
export function describeContent({ claims, issuer }: AuthenticCredential, rule: TypeRule | undefined): Content {
  const { authority, name, division, level } = issuer.entry;
  return {
    type: rule?.key,
    vct: text(claims.vct),
    identifier: text(claims.identifier),
    issuer: { authority, name, division, level },
    subject: text(claims.sub),
    claims: ownClaims(claims),
    validFrom: instant(claims.nbf),
    validUntil: instant(claims.exp),
    holderKey: holderKeyOf(claims.cnf)?.jwk,
  };
}

/** The certificate's own claims, without those that say how to read and trust it. */
function ownClaims(claims: JsonObject): JsonObject {
  const own = { ...claims };
  for (const name of technicalClaims) delete own[name];
  return own;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function instant(value: Json | undefined): string | undefined {
  const plausible = typeof value === 'number' && value >= 0 && value < 1e11;
  return plausible ? new Date(value * 1000).toISOString() : undefined;
}
