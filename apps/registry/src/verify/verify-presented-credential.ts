import { Injectable } from '@nestjs/common';
import {
  certificateTypeKeyOf,
  readStatus,
  StatusListCache,
  TrustList,
  verifyCredential,
  type ExpectedBinding,
  type VerificationReport,
} from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import { ReferenceData, RegistryContext } from '../reference/index.js';
import { PublishedTrustList } from '../trust/index.js';

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

  /**
   * The report; never an error for what is in the credential.
   * @param keyBinding given: the presentation must be bound to it; absent: it may not be bound at all
   */
  async execute(credential: string, keyBinding?: ExpectedBinding): Promise<VerificationReport> {
    const { clock } = this.context;
    const sources = { fetch, clock, cache: this.cache };
    return verifyCredential(credential, {
      trustList: await this.trustList(),
      typeOf: (vct) => this.typeOf(vct),
      clock,
      readStatus: (reference, issuer) => readStatus(reference, issuer, sources),
      keyBinding,
    });
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
