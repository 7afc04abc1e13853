import { Injectable } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { Filing } from '../rules/filing-rules.js';
import type { OfferedMaterial } from '../rules/material-rules.js';
import type { Actor, DeliveryMethod } from '../rules/vocabulary.js';
import type { NewCase } from './file-application.js';
import { NameParties, type PartiesStated } from './name-parties.js';
import { PrepareFiling } from './prepare-filing.js';
import { PresentCertificates } from './present-certificates.js';

/** What is filed online. */
export interface OnlineFiling extends PartiesStated {
  readonly division: string;
  readonly mode: Filing['mode'];
  readonly delivery: DeliveryMethod;
  readonly materials: readonly OfferedMaterial[];
}

/** A case as it will go on file, and in which capacity its caller files it. */
export interface ComposedFiling {
  readonly filing: NewCase;
  readonly actor: Actor;
}

/**
 * Puts together what an online filing begins with: for whom it is filed, what the rules say of it, what the certificates
 * prove. Talks to other nodes: never inside a unit of work.
 */
@Injectable()
export class ComposeFiling {
  constructor(
    private readonly nameParties: NameParties,
    private readonly prepareFiling: PrepareFiling,
    private readonly presentCertificates: PresentCertificates,
  ) {}

  /** @throws the errors of parties, item, place, mode, materials and certificates, with their fields */
  async execute(caller: Caller, input: OnlineFiling, id: string): Promise<ComposedFiling> {
    const commitment = input.materials.some(({ committed }) => Boolean(committed));
    const { applicant, agent, actor } = await this.nameParties.execute(caller, input, { id, commitment });
    const prepared = this.prepareFiling.execute({
      ...input,
      mode: () => onlineMode(input),
      ...{ applicantKind: applicant.kind, byAgent: agent !== undefined, inPerson: false, atWindow: false },
    });
    const materials = await this.presentCertificates.execute(prepared.materials, {
      ...{ id, item: prepared.item.key, applicant: applicant.holder, authority: prepared.implementation.authority },
      ...(agent?.mandate !== undefined && { agency: { mandate: agent.mandate, agent: agent.holder } }),
    });
    return { filing: { ...prepared, id, applicant, agent, delivery: input.delivery, materials }, actor };
  }
}

/** Online one files online; a window takes the other modes. @throws MODE_NOT_OFFERED */
function onlineMode({ mode, item }: OnlineFiling): Filing['mode'] {
  if (mode !== 'FULLY_ONLINE')
    throw new KuashiError('MODE_NOT_OFFERED', { field: 'input.mode', params: { mode, item } });
  return mode;
}
