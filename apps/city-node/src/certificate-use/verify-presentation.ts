import { Injectable } from '@nestjs/common';
import {
  certificateTypeUri,
  type Check,
  checkRecognition,
  type ExpectedBinding,
  readStatus,
  reasons,
  StatusListCache,
  type TrustList,
  verifyCredential,
  type VerificationReport,
  withCheck,
} from '#libs/credential';
import { currentDeadline, type ErrorCode, type ErrorParams, type InEveryLanguage, KuashiError } from '#libs/kernel';
import { Catalogue, type RecognitionVerdict } from '../catalogue/index.js';
import { NodeContext } from '../node-context/index.js';
import { TrustedIssuers } from '../trusted-issuers/index.js';
import { levelForData, type RecognitionLevel } from './presentation-rules.js';

/** Milliseconds to wait for a status list, unless somebody waits for less. */
const statusPatience = 3000;

/** What a failed check means to the one who files. Every other failure is CERTIFICATE_INVALID. */
const meanings: Readonly<Partial<Record<Check['reason'], ErrorCode>>> = {
  REVOKED: 'CERTIFICATE_REVOKED',
  SUSPENDED: 'CERTIFICATE_SUSPENDED',
  EXPIRED: 'CERTIFICATE_EXPIRED',
  NOT_RECOGNISED: 'CERTIFICATE_NOT_RECOGNISED',
  RECOGNITION_TOO_LOW: 'CERTIFICATE_NOT_RECOGNISED',
};

/** The acceptance test of the city that uses a certificate: signature, issuer, dates, live status, recognition. */
@Injectable()
export class VerifyPresentation {
  private readonly types: ReadonlyMap<string, { key: string; code: string }>;
  /** Lists are asked for before each use (a use has legal effect); the cache only saves sending an unchanged one. */
  private readonly cache = new StatusListCache();

  constructor(
    private readonly issuers: TrustedIssuers,
    private readonly node: NodeContext,
    catalogue: Catalogue,
  ) {
    this.types = new Map(
      [...catalogue.certificateTypes()].map(({ key, code }) => [
        certificateTypeUri(node.registryUrl, key),
        { key, code },
      ]),
    );
  }

  /** @throws CERTIFICATE_UNDETERMINED when a source cannot be asked; otherwise what the failed check means */
  async execute(
    credential: string,
    recognition: RecognitionVerdict,
    needed: RecognitionLevel = levelForData,
  ): Promise<VerificationReport> {
    const { level, rule } = recognition;
    const line = checkRecognition({ granted: level, needed, rule: rule?.basis });
    const report = withCheck(await this.inspect(credential), line);
    if (report.outcome === 'valid') return report;
    const failed = report.checks.find(({ result, reason }) => result === 'failed' && reason !== 'NOT_REACHED');
    const unclear = report.checks.find(({ result }) => result === 'undetermined');
    throw errorOf(failed ?? unclear, report);
  }

  /**
   * The report on a credential for no use in particular. An issuer that is not on the list at hand may have been added
   * since: the registry is asked once.
   * @param keyBinding what the proof of the holder's key must say; absent: a presentation with a proof is refused
   * @throws CERTIFICATE_UNDETERMINED when there is no trust list
   */
  async inspect(credential: string, keyBinding?: ExpectedBinding): Promise<VerificationReport> {
    const report = await this.verifyBy(await this.trustList(), credential, keyBinding);
    const unknown = report.checks.some(({ reason }) => reason === 'KEY_UNKNOWN');
    return unknown ? this.verifyBy(await this.issuers.refreshed(), credential, keyBinding) : report;
  }

  private verifyBy(
    trustList: TrustList,
    credential: string,
    keyBinding: ExpectedBinding | undefined,
  ): Promise<VerificationReport> {
    const { clock } = this.node;
    const timeoutMs = Math.ceil(Math.min(statusPatience, currentDeadline()?.left ?? statusPatience));
    const sources = { fetch, clock, cache: this.cache, timeoutMs };
    return verifyCredential(credential, {
      trustList,
      typeOf: (vct) => this.types.get(vct),
      clock,
      ...(keyBinding && { keyBinding }),
      readStatus: (reference, issuer) => readStatus(reference, issuer, sources),
    });
  }

  private async trustList(): Promise<TrustList> {
    try {
      return await this.issuers.list();
    } catch (cause) {
      throw new KuashiError('CERTIFICATE_UNDETERMINED', { params: { reason: 'TRUST_LIST_UNREACHABLE' }, cause });
    }
  }
}

function errorOf(check: Check | undefined, { type }: VerificationReport): KuashiError {
  const found = check?.reason ?? 'NOT_REACHED';
  const reason = inEveryLanguage(found);
  if (check?.result === 'undetermined') {
    return new KuashiError('CERTIFICATE_UNDETERMINED', { params: { reason: withSource(reason, check) } });
  }
  const params: ErrorParams = type === undefined ? { reason } : { reason, type };
  return new KuashiError(meanings[found] ?? 'CERTIFICATE_INVALID', { params });
}

function inEveryLanguage(reason: Check['reason']): InEveryLanguage {
  const [zhHans, zhHant, en] = reasons[reason];
  return { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
}

/** Which source could not be asked: an address, never personal data. */
function withSource(reason: InEveryLanguage, { detail }: Check): InEveryLanguage {
  if (detail === undefined) return reason;
  const { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en } = reason;
  return { 'zh-Hans': `${zhHans}（${detail}）`, 'zh-Hant': `${zhHant}（${detail}）`, en: `${en} (${detail})` };
}
