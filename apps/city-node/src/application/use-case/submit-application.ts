import { Injectable } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { requestOf, type Repeatable, RunOnce } from '../../repeatable/index.js';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { FindApplications } from '../record/find-applications.js';
import { type ComposedFiling, ComposeFiling, type OnlineFiling } from './compose-filing.js';
import { FileApplication } from './file-application.js';

/** What an applicant, or an agent under a mandate, files online. */
export type SubmitApplicationRequest = Repeatable & OnlineFiling;

/** Submits an application online (申请): certificates are presented first, then the case is filed in one unit of work. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly composeFiling: ComposeFiling,
    private readonly runOnce: RunOnce,
    private readonly fileApplication: FileApplication,
    private readonly applications: FindApplications,
  ) {}

  async execute(caller: Caller, input: SubmitApplicationRequest): Promise<ApplicationRecord> {
    const request = requestOf('submit-application', caller, input);
    const id = this.fileApplication.idFor(request);
    // A repeated request is answered from disk: nobody is asked to present again.
    const isFiled = await this.applications.exists(id);
    const composed = isFiled ? undefined : await this.composeFiling.execute(caller, input, id);
    const filed = await this.runOnce.execute(request, (tx) => this.file(tx, caller, composed));
    return this.applications.byId(filed);
  }

  private async file(tx: EntityManager, caller: Caller, composed: ComposedFiling | undefined): Promise<string> {
    if (!composed) throw new KuashiError('INTERNAL', { cause: new Error('a case without its idempotency key') });
    const { filing, actor } = composed;
    return (await this.fileApplication.execute(tx, filing, { actor, subject: caller.subject })).id;
  }
}
