import { Injectable } from '@nestjs/common';
import { type Holder, KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { Catalogue } from '../../catalogue/index.js';
import { NodeContext } from '../../node-context/index.js';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { situationOf, type CaseFile } from '../record/case-file.js';
import { MaterialRecord } from '../record/material-record.entity.js';
import { materialRow } from '../record/material-row.js';
import { judgeMaterials, type OfferedMaterial } from '../rules/material-rules.js';
import { openTransitions } from '../rules/state-table.js';
import { Actor, ApplicationEvent } from '../rules/vocabulary.js';
import { PresentCertificates, type PresentedMaterial } from './present-certificates.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** What is handed in anew; each material takes the place of the one before. */
export interface CorrectionInput extends CaseInput {
  readonly materials: readonly OfferedMaterial[];
}

/** Corrects an application (补正): materials are replaced, the acceptance term runs anew. */
@Injectable()
export class CorrectApplication {
  constructor(
    private readonly takeStep: TakeStep,
    private readonly presentCertificates: PresentCertificates,
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
  ) {}

  /** @throws the errors of materials and certificates, with the field, and those of {@link TakeStep} */
  async execute(caller: Caller, input: CorrectionInput): Promise<ApplicationRecord> {
    const event = ApplicationEvent.CORRECT;
    const commitment = input.materials.some(({ committed }) => Boolean(committed));
    const step = { event, caller, input, commitment };
    const { application, actor } = await this.takeStep.admit(step);
    // Nobody is asked to present anything for a case that is not to be corrected: a use would stay in the holder's record.
    const presented = isOpen(event, application)
      ? await this.present(application, input.materials, { actor, agent: caller.holder })
      : undefined;
    return this.takeStep.execute(step, async (tx, file) => {
      if (!presented)
        throw new KuashiError('APPLICATION_STATE_CONFLICT', { params: { state: application.state, event } });
      await replaceMaterials(tx, file, presented);
      file.application.receivedAt = this.node.now();
      return {};
    });
  }

  private present(
    application: ApplicationRecord,
    offered: readonly OfferedMaterial[],
    by: { readonly actor: Actor; readonly agent?: Holder },
  ): Promise<readonly PresentedMaterial[]> {
    const { id, item, applicantKind, applicant, authority, mandate } = application;
    const atWindow = by.actor === Actor.INTAKE_WINDOW;
    const agency = by.actor === Actor.AGENT && mandate && by.agent ? { mandate, agent: by.agent } : undefined;
    const requirements = this.catalogue.item(item).materials;
    const judged = judgeMaterials({ requirements, applicantKind, offered, atWindow, field: 'input.materials' });
    return this.presentCertificates.execute(judged, { id, item, applicant, authority, agency });
  }
}

const isOpen = (event: ApplicationEvent, application: ApplicationRecord): boolean =>
  openTransitions(situationOf({ application, steps: [] })).some((row) => row.event === event);

async function replaceMaterials(
  tx: EntityManager,
  file: CaseFile,
  presented: readonly PresentedMaterial[],
): Promise<void> {
  for (const each of presented) {
    const before = file.materials.find(({ requirement }) => requirement === each.requirement.key);
    const row = materialRow(file.application.id, before?.position ?? file.materials.length, each);
    await tx.upsert(MaterialRecord, row, ['application', 'requirement']);
  }
}
