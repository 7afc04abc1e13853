import { Injectable } from '@nestjs/common';
import { KuashiError, type Holder } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { FindApplications } from '../record/find-applications.js';
import type { HolderKind } from '../../person/index.js';
import type { Filing } from '../rules/filing-rules.js';
import type { OfferedMaterial } from '../rules/material-rules.js';
import { Actor, type DeliveryMethod } from '../rules/vocabulary.js';
import { FileApplication } from './file-application.js';
import { requestOf, type Repeatable } from '../../repeatable/index.js';
import { PrepareFiling, type PreparedFiling } from './prepare-filing.js';
import { PresentCertificates, type PresentedMaterial } from './present-certificates.js';
import { RunOnce } from '../../repeatable/index.js';

/** What an applicant files online. */
export interface SubmitApplicationRequest extends Repeatable {
  readonly item: string;
  readonly division: string;
  readonly mode: Filing['mode'];
  readonly applicantName: string;
  readonly delivery: DeliveryMethod;
  readonly materials: readonly OfferedMaterial[];
}

/** Submits an application online (申请): certificates are presented first, then the case is filed in one unit of work. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly prepareFiling: PrepareFiling,
    private readonly presentCertificates: PresentCertificates,
    private readonly runOnce: RunOnce,
    private readonly fileApplication: FileApplication,
    private readonly applications: FindApplications,
  ) {}

  async execute(caller: Caller, input: SubmitApplicationRequest): Promise<ApplicationRecord> {
    const { holder, kind } = applicantOf(caller);
    const prepared = this.prepare(input, kind);
    const request = requestOf('submit-application', caller, input);
    const id = this.fileApplication.idFor(request);
    const materials = await this.present(prepared, id, holder);
    const { delivery, applicantName: name } = input;
    const filing = { ...prepared, id, applicant: { holder, kind, name }, delivery, materials };
    const by = { actor: Actor.APPLICANT, subject: caller.subject };
    const filed = await this.runOnce.execute(
      request,
      async (tx) => (await this.fileApplication.execute(tx, filing, by)).id,
    );
    return this.applications.byId(filed);
  }

  private prepare(input: SubmitApplicationRequest, applicantKind: HolderKind): PreparedFiling {
    return this.prepareFiling.execute({
      ...input,
      mode: () => onlineMode(input),
      applicantKind,
      byAgent: false,
      inPerson: false,
      atWindow: false,
    });
  }

  /** A repeated request is answered from disk: nobody is asked to present again. */
  private async present(
    prepared: PreparedFiling,
    id: string,
    applicant: Holder,
  ): Promise<readonly PresentedMaterial[]> {
    if (await this.applications.exists(id)) return prepared.materials;
    const { item, implementation, materials } = prepared;
    return this.presentCertificates.execute(materials, {
      id,
      item: item.key,
      applicant,
      authority: implementation.authority,
    });
  }
}

/** The policy row of submitting: one files in one's own name. @throws FORBIDDEN */
function applicantOf({ holder, holderKind: kind }: Caller): { holder: Holder; kind: HolderKind } {
  if (!holder || !kind) throw new KuashiError('FORBIDDEN');
  return { holder, kind };
}

/** Online one files online; a window takes the other modes. @throws MODE_NOT_OFFERED */
function onlineMode({ mode, item }: SubmitApplicationRequest): Filing['mode'] {
  if (mode !== 'FULLY_ONLINE')
    throw new KuashiError('MODE_NOT_OFFERED', { field: 'input.mode', params: { mode, item } });
  return mode;
}
