import { Injectable } from '@nestjs/common';
import { AuditLog } from '#libs/exchange';
import { RegistryContext } from '../reference/index.js';
import { TrustListVersions } from './trust-list-versions.js';

/** A list is signed anew when it is a day old: whoever asks gets one that is good for nearly its whole time. */
const renewedAfter = 86_400_000;

/** Publishes the trust list again before it is over, though nothing has changed. */
@Injectable()
export class RenewTrustList {
  constructor(
    private readonly context: RegistryContext,
    private readonly versions: TrustListVersions,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the new version's number; undefined when none was due, or there is no list yet */
  execute(): Promise<number | undefined> {
    return this.versions.inTurn(async (tx) => {
      const { issuedAt } = await this.versions.newest(tx);
      const age = issuedAt && this.context.clock.now().getTime() - issuedAt.getTime();
      if (age === undefined || age < renewedAfter) return undefined;
      const version = await this.versions.publish(tx, 'schedule');
      const entry = { actor: 'registry', action: 'trust.list-renewed', subject: `trust-list:${version}` };
      await this.audit.append(tx, entry);
      return version;
    });
  }
}
