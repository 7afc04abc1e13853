import { Checklist, outcomeOf } from '../report/checklist.js';
import { CredentialFault } from '../report/fault.js';
import type { VerificationReport } from '../report/report.js';
import { authenticate, type AuthenticCredential } from './authenticate.js';
import { faultOfIdentifier } from './check-identifier.js';
import { faultOfKeyBinding } from './check-key-binding.js';
import { checkStatus } from './check-status.js';
import { faultOfAudience, faultOfValidity } from './check-validity.js';
import { describeContent } from './describe-content.js';
import { doubtOldTrustList } from './doubt-old-trust-list.js';
import type { TypeRule, VerificationContext } from './verification-context.js';

/**
 * Verifies a credential or presentation and reports every check with its reason. Nothing is fetched before all other
 * checks have passed, and never an address that the trust list does not give to the issuer. By a trust list that is over
 * nothing is valid: it says undetermined. Never throws for what is in the token.
 */
export async function verifyCredential(credential: string, context: VerificationContext): Promise<VerificationReport> {
  const checklist = new Checklist(context.keyBinding ? [] : ['keyBinding']);
  const authentic = await authenticate(credential, context.trustList, checklist);
  const rule = authentic && ruleOf(authentic, context);
  if (authentic) await judge(authentic, rule, context, checklist);
  const now = context.clock.now();
  const checks = doubtOldTrustList(checklist.lines(), context.trustList, now);
  return {
    outcome: outcomeOf(checks),
    checks,
    checkedAt: now.toISOString(),
    ...(authentic && describeContent(authentic, rule)),
  };
}

async function judge(
  authentic: AuthenticCredential,
  rule: TypeRule | undefined,
  context: VerificationContext,
  checklist: Checklist,
): Promise<void> {
  const { claims, issuer, parsed } = authentic;
  const entitled = rule !== undefined && issuer.mayIssue(rule.key);
  checklist.settle('type', rule ? undefined : new CredentialFault('TYPE_UNKNOWN'));
  if (rule)
    checklist.settle('entitlement', entitled ? undefined : new CredentialFault('ISSUER_NOT_ENTITLED', rule.key));
  checklist.settle('identifier', faultOfIdentifier(claims.identifier, issuer.entry.authority, rule));
  const unfit = faultOfValidity(claims, context.clock.now()) ?? faultOfAudience(claims, context.keyBinding?.audience);
  checklist.settle('validity', unfit);
  const unbound = await faultOfKeyBinding({ parsed, cnf: claims.cnf }, context.keyBinding, context);
  if (unbound ?? context.keyBinding) checklist.settle('keyBinding', unbound);
  if (!checklist.broken) await checkStatus(authentic, context.readStatus, checklist);
}

function ruleOf({ claims }: AuthenticCredential, context: VerificationContext): TypeRule | undefined {
  return typeof claims.vct === 'string' ? context.typeOf(claims.vct) : undefined;
}
