import type { Json } from '../json.js';
import { holderKeyOf } from '../key/holder-keys.js';
import type { VerificationReport } from '../report/report.js';
import { technicalClaims } from '../sd-jwt/technical-claims.js';
import type { AuthenticCredential } from './authenticate.js';
import type { TypeRule } from './verification-context.js';

type Content = Omit<VerificationReport, 'outcome' | 'checks' | 'checkedAt'>;

/** What an authentic credential says; whether it may be relied on is the outcome's to say. */
export function describeContent({ claims, issuer }: AuthenticCredential, rule: TypeRule | undefined): Content {
  const { authority, name, division, level } = issuer.entry;
  const own = Object.entries(claims).filter(([claim]) => !technicalClaims.includes(claim));
  return {
    type: rule?.key,
    vct: text(claims.vct),
    identifier: text(claims.identifier),
    issuer: { authority, name, division, level },
    subject: text(claims.sub),
    claims: Object.fromEntries<Json>(own),
    validFrom: instant(claims.nbf),
    validUntil: instant(claims.exp),
    holderKey: holderKeyOf(claims.cnf)?.jwk,
  };
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function instant(value: Json | undefined): string | undefined {
  const plausible = typeof value === 'number' && value >= 0 && value < 1e11;
  return plausible ? new Date(value * 1000).toISOString() : undefined;
}
