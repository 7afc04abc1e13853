import { KuashiError } from '#libs/kernel';
import { lockForUpdate } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import type { Moment } from '../rules/clocks.js';
import type { Situation } from '../rules/state-table.js';
import { ApplicationRecord } from './application-record.entity.js';
import { ApplicationStep } from './application-step.entity.js';
import { MaterialRecord } from './material-record.entity.js';

/** A case with all that belongs to it, in the hands of one unit of work. */
export interface CaseFile {
  readonly application: ApplicationRecord;
  /** Oldest first */
  readonly steps: ApplicationStep[];
  readonly materials: readonly MaterialRecord[];
}

/** What is thrown for a case that is not there, or not for this caller. */
export const applicationUnknown = (field?: string): KuashiError => new KuashiError('APPLICATION_UNKNOWN', { field });

/** Opens a case and keeps it from others until the unit of work ends. @throws APPLICATION_UNKNOWN */
export async function openCase(tx: EntityManager, id: string): Promise<CaseFile> {
  const application = await lockForUpdate(tx, ApplicationRecord, { id });
  if (!application) throw applicationUnknown('input.application');
  return { application, steps: await stepsOf(tx, id), materials: await materialsOf(tx, id) };
}

/** The steps of a case, oldest first. */
export function stepsOf(reads: EntityManager, application: string): Promise<ApplicationStep[]> {
  return reads.find(ApplicationStep, { where: { application }, order: { ordinal: 'ASC' } });
}

/** The materials of a case, in the order they were handed in. */
export function materialsOf(reads: EntityManager, application: string): Promise<MaterialRecord[]> {
  return reads.find(MaterialRecord, { where: { application }, order: { position: 'ASC' } });
}

/** What the state table needs to know of a case. */
export function situationOf({ application, steps }: Pick<CaseFile, 'application' | 'steps'>): Situation {
  return {
    state: application.state,
    certificateDue: application.resultType !== null,
    past: steps.map(({ event }) => event),
  };
}

/** What the clocks need to know of a case. */
export function momentOf({ receivedAt, terms }: ApplicationRecord, now: Date, extensionDays?: number): Moment {
  return { now, receivedAt, terms, extensionDays };
}
