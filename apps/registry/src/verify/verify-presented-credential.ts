import { Injectable } from '@nestjs/common';
import {
  certificateTypeKeyOf,
  readStatus,
  StatusListCache,
  TrustList,
  verifyCredential,
  type VerificationReport as Report,
} from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import { ReferenceData, RegistryContext } from '../reference/index.js';
import { PublishedTrustList } from '../trust/index.js';
import { CheckResult, VerificationOutcome, type VerificationReport } from './verification-report.model.js';

/** Verifies a credential for anybody, by the trust list and live status. Nothing of what is shown is kept. */
@Injectable()
export class VerifyPresentedCredential {
  /** The owner is asked each time, so that a revocation is seen at once; the cache only saves sending an unchanged list. */
  private readonly cache = new StatusListCache();
  private readonly typeCodes: ReadonlyMap<string, string>;

  constructor(
    private readonly trust: PublishedTrustList,
    private readonly context: RegistryContext,
    reference: ReferenceData,
  ) {
    this.typeCodes = new Map(reference.certificateTypes.map(({ key, code }) => [key, code]));
  }

  /** The report; never an error for what is in the credential. */
  async execute(credential: string): Promise<VerificationReport> {
    const { clock } = this.context;
    const sources = { fetch, clock, cache: this.cache };
    const report = await verifyCredential(credential, {
      trustList: await this.trustList(),
      typeOf: (vct) => this.typeOf(vct),
      clock,
      readStatus: (reference, issuer) => readStatus(reference, issuer, sources),
    });
    return presentReport(report);
  }

  /** Before the first statement nobody is trusted. */
  private async trustList(): Promise<TrustList> {
    try {
      return await this.trust.list();
    } catch (fault) {
      if (!(fault instanceof KuashiError) || fault.code !== 'NOT_FOUND') throw fault;
      return new TrustList({ version: 1, issuedAt: this.context.clock.now().toISOString(), issuers: [] });
    }
  }

  private typeOf(vct: string): { key: string; code: string } | undefined {
    const key = certificateTypeKeyOf(this.context.url, vct) ?? '';
    const code = this.typeCodes.get(key);
    return code === undefined ? undefined : { key, code };
  }
}

const outcomes: Readonly<Record<Report['outcome'], VerificationOutcome>> = {
  valid: VerificationOutcome.VALID,
  invalid: VerificationOutcome.INVALID,
  undetermined: VerificationOutcome.UNDETERMINED,
};

const results: Readonly<Record<Report['checks'][number]['result'], CheckResult>> = {
  passed: CheckResult.PASSED,
  failed: CheckResult.FAILED,
  undetermined: CheckResult.UNDETERMINED,
};

function presentReport({
  outcome,
  checks,
  checkedAt,
  type,
  identifier,
  issuer,
  claims,
  validFrom,
  validUntil,
}: Report) {
  return {
    outcome: outcomes[outcome],
    checks: checks.map((check) => ({ ...check, result: results[check.result] })),
    checkedAt,
    typeKey: type,
    identifier,
    issuer,
    claims,
    validFrom,
    validUntil,
  };
}
