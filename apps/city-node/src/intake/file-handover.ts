import { Injectable } from '@nestjs/common';
import type { DivisionCode } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { Actor, FileApplication, PrepareFiling, windowMode, type NewCase } from '../application/index.js';
import { NodeContext } from '../node-context/index.js';
import type { Handover } from './handover.js';

/** Makes an application of what a window handed over. The same rules hold as for whoever files online. */
@Injectable()
export class FileHandover {
  constructor(
    private readonly prepareFiling: PrepareFiling,
    private readonly fileApplication: FileApplication,
    private readonly node: NodeContext,
  ) {}

  /** Inside the inbox's unit of work. @throws the errors of item, place, mode, applicant and materials */
  execute(tx: EntityManager, handover: Handover, sender: DivisionCode): ReturnType<FileApplication['execute']> {
    const { applicant, agent, item, division, materials } = handover;
    const inPerson = sender === this.node.division;
    const prepared = this.prepareFiling.execute({
      ...{ item, division, materials, applicantKind: applicant.kind, byAgent: agent !== undefined },
      ...{ inPerson, atWindow: true, mode: (implementation) => windowMode(implementation, inPerson) },
    });
    const intake = { id: handover.intake, division: sender, window: handover.window };
    const id = this.node.newId('application');
    const filing: NewCase = { ...prepared, id, applicant, agent, intake, delivery: handover.delivery };
    return this.fileApplication.execute(tx, filing, { actor: Actor.HANDOVER, subject: `node:${sender}` });
  }
}
