import { Injectable } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { Catalogue } from '../../catalogue/index.js';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import type { CorrectionItem } from '../rules/notice.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** Everything that has to be put right. */
export interface CorrectionRequest extends CaseInput {
  readonly items: readonly CorrectionItem[];
}

/** Requests corrections (一次性告知补正): once in a case, everything at once (permit law art. 32). */
@Injectable()
export class RequestCorrection {
  constructor(
    private readonly takeStep: TakeStep,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws MATERIAL_UNKNOWN, CORRECTION_ALREADY_REQUESTED and the errors of {@link TakeStep} */
  execute(caller: Caller, input: CorrectionRequest): Promise<ApplicationRecord> {
    return this.takeStep.execute(
      { event: ApplicationEvent.REQUEST_CORRECTION, caller, input },
      (_, { application }) => {
        this.assertKnown(application.item, input.items);
        return { notice: { corrections: input.items.map(({ requirement, problem }) => ({ requirement, problem })) } };
      },
    );
  }

  private assertKnown(item: string, items: readonly CorrectionItem[]): void {
    const known = new Set(this.catalogue.item(item).materials.map(({ key }) => key));
    const index = items.findIndex(({ requirement }) => requirement !== undefined && !known.has(requirement));
    if (index === -1) return;
    const material = items[index]?.requirement ?? '';
    throw new KuashiError('MATERIAL_UNKNOWN', { field: `input.items.${index}.requirement`, params: { material } });
  }
}
