import { Injectable } from '@nestjs/common';
import { Doorbell, KuashiError, streamOf, type Stream } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { FindApplications } from '../record/find-applications.js';
import { ApplicationChanges } from './application-changes.js';

/**
 * Watches a case (办件进展): its present state at once, then the latest after each change. Each is read anew for the same
 * caller, by the policy that reading has, so the right to watch ends when the right to read does.
 */
@Injectable()
export class WatchApplication {
  constructor(
    private readonly applications: FindApplications,
    private readonly changes: ApplicationChanges,
  ) {}

  /** @throws APPLICATION_UNKNOWN as reading does; the stream ends with FORBIDDEN when the right to read is gone */
  async execute(id: string, caller: Caller): Promise<Stream<ApplicationRecord>> {
    await this.applications.visible({ id }, caller);
    return streamOf((ended) => this.states(id, caller, ended));
  }

  /** It listens before it looks: no change falls between the two. */
  private async *states(
    id: string,
    caller: Caller,
    ended: AbortSignal,
  ): AsyncGenerator<ApplicationRecord, void, undefined> {
    const bell = new Doorbell(ended, { rung: true });
    const stop = this.changes.watch(id, bell.ring);
    try {
      while (await bell.heard()) yield await this.stateFor(id, caller);
    } finally {
      stop();
    }
  }

  private async stateFor(id: string, caller: Caller): Promise<ApplicationRecord> {
    const [application] = await this.applications.allVisible([id], caller);
    if (!application) throw new KuashiError('FORBIDDEN', { params: { reason: 'right-gone' } });
    return application;
  }
}
