import { Injectable } from '@nestjs/common';
import { localDateOf } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { LessThan, type EntityManager } from 'typeorm';
import { NodeContext } from '../../node-context/index.js';
import { ApplicationRecord } from '../record/application-record.entity.js';
import { openCase } from '../record/case-file.js';
import { Actor, ApplicationEvent } from '../rules/vocabulary.js';
import { RecordStep } from './record-step.js';

/** Accepts what was left in silence (逾期视为受理): the acceptance term has lapsed without a word (permit law art. 32). */
@Injectable()
export class AcceptLapsedApplications {
  constructor(
    private readonly database: Database,
    private readonly recordStep: RecordStep,
    private readonly node: NodeContext,
  ) {}

  /** Each case in a unit of work of its own. @returns how many were accepted */
  async execute(): Promise<number> {
    const today = localDateOf(this.node.now());
    const lapsed = await this.database.reads.find(ApplicationRecord, {
      select: { id: true },
      where: { lapsesOn: LessThan(today) },
    });
    let accepted = 0;
    for (const { id } of lapsed) {
      if (await this.database.unitOfWork.run((tx) => this.accept(tx, id, today))) accepted += 1;
    }
    return accepted;
  }

  /** Somebody may have spoken since the case was found. */
  private async accept(tx: EntityManager, id: string, today: string): Promise<boolean> {
    const file = await openCase(tx, id);
    const { lapsesOn } = file.application;
    if (lapsesOn === null || lapsesOn >= today) return false;
    const event = ApplicationEvent.ACCEPT_BY_LAPSE;
    await this.recordStep.execute(tx, file, { event, actor: Actor.SYSTEM, subject: this.node.actor });
    return true;
  }
}
